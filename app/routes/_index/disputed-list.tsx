import { Link } from '@remix-run/react';
import type { ItemUnit } from '~/domain/catalogue';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { Card } from '~/ui/card';
import { DayText } from '~/ui/date-text';
import { useDisputeWord } from '~/ui/dispute-words';
import { useAmount, useName } from '~/ui/item-amount';

interface Disputed {
  id: string;
  handoutId: string;
  handoutLineId: string;
  handoutOn: string;
  programmeName: string;
  itemId: string;
  /** Smallest units. */
  quantity: number;
  unitCode: string;
  disputeCode: string | null;
}

interface DisputedListProps {
  disputed: Disputed[];
  items: { id: string; nameZh: string; nameEn: string; units: ItemUnit[] }[];
}

/** Signatures that are not in the books, the oldest first, each leading to its line; no names on the first page. */
export function DisputedList({ disputed, items }: DisputedListProps) {
  const t = useText('home');
  const amount = useAmount();
  const nameOf = useName();
  const disputeWord = useDisputeWord();
  if (disputed.length === 0) return null;
  return (
    <Card title={t('disputedTitle')}>
      <ul className="divide-y divide-line">
        {disputed.map((one) => {
          const item = items.find(({ id }) => id === one.itemId);
          return (
            <li key={one.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-1">
              <Link
                to={`${paths.handout(one.handoutId)}#line-${one.handoutLineId}`}
                className="flex min-h-11 items-center underline underline-offset-4"
              >
                {item && `${nameOf(item)} ${amount(one.quantity, item.units, one.unitCode)}`}
              </Link>
              <span className="text-ink-soft">
                {one.programmeName} · <DayText day={one.handoutOn} />
              </span>
              {one.disputeCode && (
                <span className="text-brick sm:ms-auto">{disputeWord(one.disputeCode)}</span>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
