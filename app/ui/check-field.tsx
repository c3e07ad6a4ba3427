import { FieldErrors, FieldHint, RequiredMark } from './field';
import { useFieldWiring, type FieldProps } from './field-wiring';

interface CheckFieldProps extends FieldProps {
  /** What is sent when ticked; 'on' as Conform expects, if left out. */
  value?: string | undefined;
  defaultChecked?: boolean | undefined;
}

/** One box with its words beside it; the whole line takes the click. */
export function CheckField(props: CheckFieldProps) {
  const wiring = useFieldWiring(props);
  return (
    <div className="flex flex-col gap-1">
      <label className="flex min-h-11 items-center gap-3 py-1.5">
        <input
          {...wiring.control}
          type="checkbox"
          value={props.value ?? 'on'}
          defaultChecked={props.defaultChecked ?? props.field?.defaultChecked}
          className="size-5 shrink-0"
        />
        <span className={props.labelHidden ? 'sr-only' : ''}>
          {props.label}
          <RequiredMark required={wiring.required} />
        </span>
      </label>
      {props.hint && <FieldHint id={wiring.hintId}>{props.hint}</FieldHint>}
      <FieldErrors id={wiring.errorId} errors={wiring.errors} />
    </div>
  );
}
