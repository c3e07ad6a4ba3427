import { unpackedUnit } from '~/domain/catalogue';
import { useText } from '~/i18n/text';
import { Card } from '~/ui/card';
import { useAmount, useName } from '~/ui/item-amount';
import type { TraceView } from './trace-view.server';

/** Items, and sizes where enough wear them; the domain has left out what could point at one child. */
export function ContentsCard({ view }: { view: TraceView }) {
  const t = useText('trace');
  const nameOf = useName();
  const amount = useAmount();
  if (view.contents.length === 0) return null;
  const reachedFromBox = view.kind === 'parcel' && view.reached.length > 0;
  return (
    <Card title={view.kind === 'parcel' ? t('contentsParcel') : t('contentsDonation')}>
      <ul className="divide-y divide-line">
        {view.contents.map(({ itemId, quantity, fewerThan, sizes, otherSizes }) => {
          const item = view.items.find((one) => one.id === itemId);
          if (!item) return null;
          return (
            <li key={itemId} className="space-y-1.5 py-3 first:pt-0 last:pb-0">
              <div className="flex flex-wrap justify-between gap-x-4">
                <span className="font-medium">{nameOf(item)}</span>
                <span className="whitespace-nowrap">
                  {quantity === undefined
                    ? t('fewPieces', { count: fewerThan ?? 0 })
                    : amount(quantity, item.units, unpackedUnit(quantity, item).code)}
                </span>
              </div>
              {sizes.length > 0 && (
                <ul className="flex flex-wrap gap-2 text-sm text-ink-soft">
                  {sizes.map((one) => (
                    <li key={one.size} className="rounded-full bg-mist px-2.5 py-0.5">
                      {one.size} × {one.quantity}
                    </li>
                  ))}
                  {otherSizes > 0 && (
                    <li className="rounded-full bg-mist px-2.5 py-0.5">
                      {t('otherSizes')} × {otherSizes}
                    </li>
                  )}
                </ul>
              )}
            </li>
          );
        })}
      </ul>
      {reachedFromBox && <p className="text-sm text-ink-soft">{t('contentsOpened')}</p>}
    </Card>
  );
}
