import type { CatalogueItem } from '~/domain/catalogue';
import type { LeftOutPin } from '~/domain/plan-pin';
import { useText } from '~/i18n/text';
import { useAmount, useName } from '~/ui/item-amount';
import { Notice } from '~/ui/notice';
import type { LoadedPlan } from './load-plan.server';

/** What people had fixed and the plan could not hold to as things stand now, each by name. */
export function LeftOutNotice({ leftOut, needs }: Pick<LoadedPlan, 'leftOut' | 'needs'>) {
  const t = useText('plans');
  const amount = useAmount();
  const nameOf = useName();
  const reason = useLeftOutReason();
  if (leftOut.length === 0) return null;
  return (
    <Notice tone="waiting" title={t('leftOutTitle', { count: leftOut.length })}>
      <p>{t('leftOutLead')}</p>
      <ul className="list-disc space-y-1 ps-5">
        {leftOut.map((pin) => {
          const need = needs[pin.needId];
          return (
            <li key={`${pin.needId} ${pin.supplyId}`}>
              {t('leftOutLine', {
                place: need?.placeName ?? '',
                item: [need?.item && nameOf(need.item), need?.size].filter(Boolean).join(' '),
                quantity: amount(pin.quantity, need?.item?.units ?? []),
                reason: reason(pin),
              })}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

/** In the need's own row. */
export function useLeftOutText(): (pin: LeftOutPin, item: CatalogueItem | undefined) => string {
  const t = useText('plans');
  const amount = useAmount();
  const reason = useLeftOutReason();
  return (pin, item) =>
    `${t('didGive', { quantity: amount(pin.quantity, item?.units ?? []) })} · ${t('leftOutHere', { reason: reason(pin) })}`;
}

/** The rule in words, or what has gone. */
export function useLeftOutReason(): (pin: Pick<LeftOutPin, 'reason'>) => string {
  const t = useText('plans');
  return ({ reason }) => {
    switch (reason) {
      case 'need_gone':
      case 'goods_gone':
      case 'other_item':
      case 'not_whole':
      case 'not_whole_packs':
      case 'more_than_goods':
      case 'more_than_need':
        return t(`leftOut.${reason}`);
      case 'restricted_division':
      case 'restricted_group':
        return t(`leftOut.${reason}`);
      default:
        return t(`refusal.${reason}`);
    }
  };
}
