import { useTranslation } from 'react-i18next';
import type { CatalogueItem } from '~/domain/catalogue';
import { formatNumber } from '~/i18n/format';
import { lookUp, useLanguage, useText } from '~/i18n/text';
import { useAmount } from '~/ui/item-amount';
import type { LoadedGive } from './load-give.server';

/** One choice of goods in a line: where they lie, whose they were, how much is there, and the rule against them. */
export function useGoodsLabel(
  item: CatalogueItem | undefined,
): (goods: LoadedGive['goods'][number]) => string {
  const { i18n } = useTranslation();
  const t = useText('plans');
  const amount = useAmount();
  const language = useLanguage();
  return (one) => {
    const units = item?.units ?? [];
    const counted = { quantity: amount(one.quantity, units), left: amount(one.left, units) };
    const bound = {
      ...(one.division && { division: one.division }),
      ...(one.group && { group: t(`group.${one.group}`) }),
    };
    return [
      [one.placeName, one.size].filter(Boolean).join(' '),
      one.donor,
      t('goodsLeft', counted),
      one.km !== undefined && t('kmAway', { km: formatNumber(language, one.km, 0) }),
      one.bestBefore && `${t('bestBefore')} ${one.bestBefore}`,
      one.isPledge && t('pledge'),
      one.rule && lookUp(i18n, 'plans', `refusal.${one.rule}`, bound),
    ]
      .filter(Boolean)
      .join(' · ');
  };
}
