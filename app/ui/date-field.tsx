import { FieldFrame } from './field';
import { useFieldWiring, type FieldProps } from './field-wiring';

interface DateFieldProps extends FieldProps {
  /** 'YYYY-MM-DD'; or with `withTime`, 'YYYY-MM-DDTHH:mm' on China's clock. */
  min?: string | undefined;
  max?: string | undefined;
  withTime?: boolean | undefined;
}

export function DateField(props: DateFieldProps) {
  const wiring = useFieldWiring(props);
  return (
    <FieldFrame props={props} wiring={wiring}>
      <input
        {...wiring.control}
        type={props.withTime ? 'datetime-local' : 'date'}
        min={props.min}
        max={props.max}
        readOnly={props.readOnly}
        defaultValue={props.defaultValue ?? props.field?.defaultValue}
        className="field-control max-w-60"
      />
    </FieldFrame>
  );
}
