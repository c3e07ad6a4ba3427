import { FieldFrame } from './field';
import { useFieldWiring, type FieldProps } from './field-wiring';

interface TextAreaFieldProps extends FieldProps {
  rows?: number | undefined;
  maxLength?: number | undefined;
}

export function TextAreaField(props: TextAreaFieldProps) {
  const wiring = useFieldWiring(props);
  return (
    <FieldFrame props={props} wiring={wiring}>
      <textarea
        {...wiring.control}
        rows={props.rows ?? 3}
        maxLength={props.maxLength}
        readOnly={props.readOnly}
        defaultValue={props.defaultValue ?? props.field?.defaultValue}
        className="field-control"
      />
    </FieldFrame>
  );
}
