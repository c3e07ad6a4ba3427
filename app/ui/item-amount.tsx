import type { ItemUnit } from '~/domain/catalogue';
import { inLargestUnit } from '~/domain/quantity';
import { formatNumber } from '~/i18n/format';
import { useLanguage } from '~/i18n/text';

interface Named {
  nameZh: string;
  nameEn: string;
}

/** An item, unit or part in the reader's language. */
export function useName(): (named: Named) => string {
  const language = useLanguage();
  return (named) => (language === 'en' ? named.nameEn : named.nameZh);
}

/** Smallest units as a number with a unit of the item: the largest measure that comes out whole, or the one named. */
export function useAmount(): (
  quantity: number,
  units: readonly ItemUnit[],
  unitCode?: string,
) => string {
  const language = useLanguage();
  const nameOf = useName();
  return (quantity, units, unitCode) => {
    const named = units.find((unit) => unit.code === unitCode);
    const best = named
      ? { value: quantity / named.factor, unit: named.code }
      : inLargestUnit(quantity, units);
    const unit = units.find((one) => one.code === best.unit);
    return `${formatNumber(language, best.value)} ${unit ? nameOf(unit) : ''}`.trim();
  };
}

interface AmountProps {
  /** Smallest units. */
  quantity: number;
  units: readonly ItemUnit[];
  /** The unit it is to be said in. */
  unitCode?: string | undefined;
}

export function Amount({ quantity, units, unitCode }: AmountProps) {
  const amount = useAmount();
  return <span className="whitespace-nowrap">{amount(quantity, units, unitCode)}</span>;
}
