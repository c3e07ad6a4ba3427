import { inCubicMetres } from '~/domain/centre-room';
import { formatNumber } from '~/i18n/format';
import { useLanguage, useText } from '~/i18n/text';
import { useAmount, useName } from '~/ui/item-amount';
import { Notice } from '~/ui/notice';
import type { LoadedPlan } from './load-plan.server';

/** What has moved since the plan was solved: it can no longer be applied as it is. */
export function MovedNotice({ moved, needs }: Pick<LoadedPlan, 'moved' | 'needs'>) {
  const t = useText('plans');
  const amount = useAmount();
  const nameOf = useName();
  const language = useLanguage();
  const room = ({ planned, left, id }: LoadedPlan['moved'][number]) => {
    const said = inCubicMetres({ placeId: id, neededMl: planned, leftMl: left });
    return {
      planned: formatNumber(language, said.needed, 3),
      left: formatNumber(language, said.left, 3),
    };
  };
  if (moved.length === 0) return null;
  return (
    <Notice tone="trouble" title={t('movedTitle', { count: moved.length })}>
      <ul className="list-disc space-y-1 ps-5">
        {moved.slice(0, 12).map((one) => {
          const need = needs[one.requestLineId];
          const units = need?.item?.units ?? [];
          const words = {
            item: [need?.item && nameOf(need.item), need?.size].filter(Boolean).join(' '),
            place: need?.placeName ?? '',
            planned: amount(one.planned, units),
            left: amount(one.left, units),
          };
          return (
            <li key={`${one.kind} ${one.id}`}>
              {one.kind === 'goods' && t('movedGoods', words)}
              {one.kind === 'need' && t('movedNeed', words)}
              {one.kind === 'room' && t('movedRoom', { ...words, ...room(one) })}
            </li>
          );
        })}
      </ul>
      <p className="pt-1">{t('movedHint')}</p>
    </Notice>
  );
}
