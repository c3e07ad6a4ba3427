import { useTranslation } from 'react-i18next';
import type { PlanReason } from '~/domain/allocation/plan-reason';
import type { CatalogueItem } from '~/domain/catalogue';
import { formatNumber, formatShare } from '~/i18n/format';
import { lookUp, useLanguage } from '~/i18n/text';
import { useAmount } from './item-amount';

/** Facts that are smallest units of the need's item. */
const amounts = new Set(['given', 'wanted', 'quantity', 'left', 'packSize', 'received']);
const percents = new Set(['percent', 'belowPercent', 'levelPercent']);

/**
 * The sentence of a reason. Quantities are said in the item's units; divisions by their names, where they are known.
 */
export function usePlanReason(
  divisionNames: Readonly<Record<string, string>>,
): (reason: PlanReason, item: CatalogueItem | undefined) => string {
  const { i18n } = useTranslation();
  const language = useLanguage();
  const amount = useAmount();
  return ({ code, facts }, item) => {
    const values: Record<string, string> = {};
    for (const [name, value] of Object.entries(facts)) {
      if (typeof value === 'string') values[name] = value;
      else if (amounts.has(name)) values[name] = amount(value, item?.units ?? []);
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
    return lookUp(i18n, 'plans', `reason.${code}`, values);
  };
}
