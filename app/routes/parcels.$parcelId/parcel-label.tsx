import { useText } from '~/i18n/text';
import { DayText, InstantText } from '~/ui/date-text';
import { Amount, useName } from '~/ui/item-amount';
import { PrintSheet } from '~/ui/print-sheet';
import { QrCode, type Qr } from '~/ui/qr-code';
import type { ContentToShow } from './contents.server';

interface ParcelLabelProps {
  parcel: { code: string; kind: 'box' | 'bag'; packedAt: string; packedAtPlace: string };
  contents: readonly ContentToShow[];
  address: string;
  qr: Qr;
}

/** The label: what is in it, and the code that anyone may scan to see its way. */
export function ParcelLabel({ parcel, contents, address, qr }: ParcelLabelProps) {
  const t = useText('stock');
  const nameOf = useName();
  const kind = { box: t('box'), bag: t('bag') }[parcel.kind];
  return (
    <PrintSheet
      title={parcel.code}
      lead={
        <>
          {kind} · {t('packedAt', { place: parcel.packedAtPlace })} ·{' '}
          <InstantText at={parcel.packedAt} style="short" />
        </>
      }
      corner={<QrCode qr={qr} code={address} className="size-32 shrink-0 sm:size-40" />}
    >
      {contents.length === 0 ? (
        <p>{t('parcelEmpty')}</p>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {contents.map((one) => (
            <li
              key={`${one.lotId} ${one.placeName} ${one.onTheRoad}`}
              className="flex flex-wrap justify-between gap-x-6 py-2"
            >
              <span>
                {[nameOf(one.item), one.size].filter(Boolean).join(' ')}
                {one.bestBefore && (
                  <span className="block text-sm">
                    {t('bestBefore')} <DayText day={one.bestBefore} style="short" />
                  </span>
                )}
              </span>
              <span className="text-end">
                <Amount quantity={one.quantity} units={one.item.units} unitCode={one.unitCode} />
                <span className="no-print block text-sm text-ink-soft">
                  {one.onTheRoad ? t('onTheRoad') : one.placeName}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className="text-sm">{t('scanHint')}</p>
    </PrintSheet>
  );
}
