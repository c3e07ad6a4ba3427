import { Link } from '@remix-run/react';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { useAmount, useName } from '~/ui/item-amount';
import { Notice } from '~/ui/notice';
import type { LoadedTrips } from './load-trips.server';

type LeftOut = LoadedTrips['leftOut'][number];

/** Boxes and bags that no trip takes: which, why, and what to do with each. */
export function LeftOutParcels({ leftOut, isDepot }: Pick<LoadedTrips, 'leftOut' | 'isDepot'>) {
  const t = useText('plans');
  const contents = useContents();
  if (leftOut.length === 0) return null;
  const link = 'font-medium underline underline-offset-4';
  return (
    <Notice tone="waiting" title={t('parcelsLeftOut', { count: leftOut.length })}>
      <ul className="list-disc space-y-2 ps-5">
        {leftOut.map((one) => (
          <li key={one.parcelId}>
            <Link to={paths.parcel(one.parcelId)} className={link}>
              {t('parcelAt', { code: one.code, place: one.fromName })}
            </Link>
            {t('parcelHeldFor', {
              places: one.toNames.join(t('listComma')),
              contents: contents(one),
            })}
            {t(one.next === 'open' ? 'parcelToOpen' : 'parcelToDraftWhole')}
            {isDepot && (
              <>
                {' '}
                <Link to={nextPath(one)} className={link}>
                  {t(one.next === 'open' ? 'goOpen' : 'goDraftWhole', { code: one.code })}
                </Link>
              </>
            )}
          </li>
        ))}
      </ul>
      <p className="pt-1">{t(isDepot ? 'parcelsThen' : 'parcelsByDepot')}</p>
    </Notice>
  );
}

function nextPath({ next, parcelId, fromPlaceId, toPlaceId }: LeftOut): string {
  return next === 'open'
    ? paths.parcel(parcelId)
    : `${paths.newShipment}?${new URLSearchParams({ from: fromPlaceId, to: toPlaceId }).toString()}`;
}

function useContents(): (one: LeftOut) => string {
  const t = useText('plans');
  const amount = useAmount();
  const nameOf = useName();
  return ({ parts }) =>
    parts
      .map(({ item, size, quantity }) =>
        [item && nameOf(item), size, amount(quantity, item?.units ?? [])].filter(Boolean).join(' '),
      )
      .join(t('listComma'));
}
