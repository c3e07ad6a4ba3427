import { classNames } from './class-names';
import { FieldErrors, FieldHint, RequiredMark } from './field';
import { useFieldWiring, type FieldProps } from './field-wiring';

interface RadioOption {
  value: string;
  label: string;
  hint?: string | undefined;
  disabled?: boolean | undefined;
}

interface RadioGroupProps extends FieldProps {
  options: readonly RadioOption[];
  /** Side by side, for two or three short choices. */
  inline?: boolean | undefined;
  /** The chosen or first option takes the focus where the group appears: the person has just asked for it. */
  takesFocus?: boolean | undefined;
}

export function RadioGroup(props: RadioGroupProps) {
  const wiring = useFieldWiring(props);
  const chosen = props.defaultValue ?? props.field?.defaultValue;
  return (
    <fieldset
      id={wiring.id}
      tabIndex={-1}
      aria-describedby={wiring.control['aria-describedby']}
      className="flex flex-col gap-1.5"
    >
      <legend className={classNames('font-medium', props.labelHidden && 'sr-only')}>
        {props.label}
        <RequiredMark required={wiring.required} />
      </legend>
      {props.hint && <FieldHint id={wiring.hintId}>{props.hint}</FieldHint>}
      <div className={classNames('flex gap-x-6', props.inline ? 'flex-wrap' : 'flex-col')}>
        {props.options.map((option, at) => (
          <label key={option.value} className="flex min-h-11 items-start gap-3 py-2">
            <input
              type="radio"
              name={wiring.name}
              value={option.value}
              required={wiring.required}
              disabled={(props.disabled ?? false) || (option.disabled ?? false)}
              defaultChecked={option.value === chosen}
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- only where the person has just asked for the group
              autoFocus={props.takesFocus && (chosen ? option.value === chosen : at === 0)}
              className="mt-0.5 size-5 shrink-0"
            />
            <span>
              {option.label}
              {option.hint && <span className="block text-sm text-ink-soft">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldErrors id={wiring.errorId} errors={wiring.errors} />
    </fieldset>
  );
}
