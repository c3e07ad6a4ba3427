import { useTranslation } from 'react-i18next';
import type { PlanReason, PlanReasonCode } from '~/domain/allocation/plan-reason';
import type { CatalogueItem } from '~/domain/catalogue';
import { formatNumber, formatShare } from '~/i18n/format';
import { lookUp, useLanguage } from '~/i18n/text';
import { useAmount } from './item-amount';

/** Facts that are smallest units of the need's item. */
const amounts = new Set(['given', 'wanted', 'quantity', 'total', 'left', 'packSize', 'received']);
const percents = new Set(['percent', 'belowPercent', 'levelPercent']);

type Say = (
  reason: PlanReason,
  item: Pick<CatalogueItem, 'units'> | undefined,
  unitCode?: string,
) => string;

/**
 * The sentence of a reason. Quantities are said in the item's units; divisions by their names, where they are known.
 */
export function usePlanReason(divisionNames: Readonly<Record<string, string>>): Say {
  return useSay(divisionNames, (code) => `reason.${code}`);
}

/** All reasons of one need as its centre reads them: what it was given of what it asked for, then why. */
export function useToldReasons(
  divisionNames: Readonly<Record<string, string>>,
): (
  reasons: readonly PlanReason[],
  item: Pick<CatalogueItem, 'units'> | undefined,
  unitCode?: string,
) => string {
  const outcome = useSay(divisionNames, (code) => `told.${code}`);
  const why = useSay(divisionNames, (code) => `reason.${code}`);
  const language = useLanguage();
  return ([first, ...rest], item, unitCode) => {
    const told = [
      ...(first ? [outcome(first, item, unitCode)] : []),
      ...rest.map((one) => why(one, item, unitCode)),
    ];
    return told.join(language === 'en' ? ' ' : '');
  };
}

function useSay(
  divisionNames: Readonly<Record<string, string>>,
  keyOf: (code: PlanReasonCode) => string,
): Say {
  const { i18n } = useTranslation();
  const language = useLanguage();
  const amount = useAmount();
  return ({ code, facts }, item, unitCode) => {
    const values: Record<string, string> = {};
    for (const [name, value] of Object.entries(facts)) {
      if (typeof value === 'string') values[name] = value;
      else if (amounts.has(name)) values[name] = amount(value, item?.units ?? [], unitCode);
      else if (percents.has(name)) values[name] = formatShare(language, value / 100);
      else values[name] = formatNumber(language, value, name === 'km' ? 0 : 1);
    }
    const { refusal, divisionCode, group } = facts;
    if (typeof divisionCode === 'string') {
      values['division'] = divisionNames[divisionCode] ?? divisionCode;
    }
    if (typeof group === 'string') values['group'] = lookUp(i18n, 'plans', `group.${group}`);
    if (typeof refusal === 'string') {
      values['refusal'] = lookUp(i18n, 'plans', `refusal.${refusal}`, values);
    }
    return lookUp(i18n, 'plans', keyOf(code), values);
  };
}
