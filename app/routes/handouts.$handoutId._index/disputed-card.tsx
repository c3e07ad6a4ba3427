import { useText } from '~/i18n/text';
import { InstantText } from '~/ui/date-text';
import { useDisputeWord } from '~/ui/dispute-words';
import { useAmount } from '~/ui/item-amount';
import { Notice } from '~/ui/notice';
import type { LineItem, SignableLine } from './line-card';
import { useRecipientName } from './use-handout-words';

interface DisputedCardProps {
  lines: (SignableLine & { itemId: string })[];
  items: (LineItem & { id: string })[];
}

/** Signed for, and not in the books: each with its reason, leading to its line. Nothing where there is none. */
export function DisputedCard({ lines, items }: DisputedCardProps) {
  const t = useText('handouts');
  const disputeWord = useDisputeWord();
  const amount = useAmount();
  const nameOf = useRecipientName();
  const disputed = lines.flatMap((line) =>
    line.signOffs
      .filter(({ status }) => status === 'disputed')
      .map((signOff) => ({ line, signOff })),
  );
  if (disputed.length === 0) return null;
  const say = (line: (typeof lines)[number], quantity: number) => {
    const item = items.find(({ id }) => id === line.itemId);
    return item ? amount(quantity, item.units, line.unitCode) : String(quantity);
  };
  return (
    <Notice tone="waiting" title={t('disputedTitle', { count: disputed.length })}>
      <p>{t('disputedHint')}</p>
      <ul className="mt-2">
        {disputed.map(({ line, signOff }) => (
          <li key={signOff.id} className="flex flex-wrap items-center gap-x-3">
            <a
              href={`#line-${line.id}`}
              className="flex min-h-11 items-center underline underline-offset-4"
            >
              {nameOf(line)} · {say(line, signOff.quantity)}
            </a>
            <span className="text-sm text-ink-soft">
              <InstantText at={signOff.signedAt} style="short" />
            </span>
            {signOff.disputeCode && <span>{disputeWord(signOff.disputeCode)}</span>}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
