import { useText } from '~/i18n/text';
import { FieldFrame } from './field';
import { useFieldWiring, type FieldProps } from './field-wiring';

export interface Option {
  value: string;
  label: string;
  disabled?: boolean | undefined;
  /** Options with the same group stand under one heading. */
  group?: string | undefined;
}

interface SelectFieldProps extends FieldProps {
  options: readonly Option[];
  /** The first, empty choice; "请选择" if left out, none at all if `false`. */
  emptyLabel?: string | false | undefined;
}

export function SelectField(props: SelectFieldProps) {
  const wiring = useFieldWiring(props);
  const t = useText('common');
  const { emptyLabel = t('choose') } = props;
  const groups = [...new Set(props.options.map((option) => option.group))];
  return (
    <FieldFrame props={props} wiring={wiring}>
      <select
        {...wiring.control}
        defaultValue={props.defaultValue ?? props.field?.defaultValue ?? ''}
        className="field-control"
      >
        {emptyLabel !== false && <option value="">{emptyLabel}</option>}
        {groups.map((group) => {
          const options = props.options.filter((option) => option.group === group);
          return group === undefined ? (
            options.map(optionElement)
          ) : (
            <optgroup key={group} label={group}>
              {options.map(optionElement)}
            </optgroup>
          );
        })}
      </select>
    </FieldFrame>
  );
}

function optionElement({ value, label, disabled }: Option) {
  return (
    <option key={value} value={value} disabled={disabled}>
      {label}
    </option>
  );
}
