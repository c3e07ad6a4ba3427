import type { TextKey } from '~/i18n/catalogue-types';
import { formatNumber } from '~/i18n/format';
import { useLanguage, useText } from '~/i18n/text';

export type UnitCode = TextKey<'units'>;

interface QuantityProps {
  /** In `unit`; integers, or fractions that came of a conversion (kg made of g). */
  value: number;
  unit: UnitCode;
}

/** A number with its unit word. */
export function Quantity({ value, unit }: QuantityProps) {
  const words = useUnitWords();
  const language = useLanguage();
  return (
    <span className="whitespace-nowrap">
      {formatNumber(language, value)}
      <span className="ms-1 text-[0.875em] text-ink-soft">{words(unit, value)}</span>
    </span>
  );
}

/** The unit word that goes with a number ('piece', 'pieces'; 件). */
export function useUnitWords(): (unit: UnitCode, value: number) => string {
  const t = useText('units');
  return (unit, value) => counted(t, unit, value);
}

// The compiler sees no `count` place in a unit word; i18next still needs it to choose the plural.
function counted(t: ReturnType<typeof useText<'units'>>, unit: UnitCode, value: number): string {
  return (t as (key: UnitCode, values: { count: number }) => string)(unit, { count: value });
}
