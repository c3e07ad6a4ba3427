import { FieldFrame } from './field';
import { useFieldWiring, type FieldProps } from './field-wiring';

interface NumberFieldProps extends FieldProps {
  /** The unit's word, shown at the right of the number. */
  unit?: string | undefined;
  /** True where fractions are meant: yuan, kilograms. */
  decimal?: boolean | undefined;
}

/** A text input, not type="number": no wheel accidents, and what was typed reaches the server whole. */
export function NumberField(props: NumberFieldProps) {
  const wiring = useFieldWiring(props);
  const unitId = `${wiring.id}-unit`;
  const described = [wiring.control['aria-describedby'], props.unit && unitId];
  return (
    <FieldFrame props={props} wiring={wiring}>
      <div className="flex max-w-60 items-center gap-2">
        <input
          {...wiring.control}
          aria-describedby={described.filter(Boolean).join(' ') || undefined}
          type="text"
          inputMode={props.decimal ? 'decimal' : 'numeric'}
          autoComplete="off"
          readOnly={props.readOnly}
          defaultValue={props.defaultValue ?? props.field?.defaultValue}
          className="field-control text-end"
        />
        {props.unit && (
          <span id={unitId} className="shrink-0 text-ink-soft">
            {props.unit}
          </span>
        )}
      </div>
    </FieldFrame>
  );
}
