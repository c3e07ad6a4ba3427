import { FieldFrame } from './field';
import { useFieldWiring, type FieldProps } from './field-wiring';

interface FileFieldProps extends FieldProps {
  /** As of the `accept` attribute, for instance '.xlsx' or 'image/*'. */
  accept?: string | undefined;
  multiple?: boolean | undefined;
}

export function FileField(props: FileFieldProps) {
  const wiring = useFieldWiring(props);
  return (
    <FieldFrame props={props} wiring={wiring}>
      <input
        {...wiring.control}
        type="file"
        accept={props.accept}
        multiple={props.multiple}
        className="field-control file:me-3 file:rounded-md file:border-0 file:bg-mist file:px-3 file:py-1 file:font-medium file:text-ink"
      />
    </FieldFrame>
  );
}
