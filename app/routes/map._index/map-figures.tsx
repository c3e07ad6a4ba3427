import { useText } from '~/i18n/text';
import { Money } from '~/ui/money';
import type { LoadedMap } from './load-map.server';
import { useMapWords } from './map-words';

/** The sums of what the filters leave, above the table that they belong to. */
export function MapFigures({ loaded }: { loaded: LoadedMap }) {
  const t = useText('map');
  const { totals, roadsTotal, first } = loaded;
  const words = useMapWords(first.perspective);
  const figures = [
    [t('centres'), words.number(totals.centres)],
    ...(first.perspective === 'need' ? [[t('personsWaiting'), words.number(totals.persons)]] : []),
    [t('reachedCentres'), words.number(totals.reached)],
    [t('deliveries'), words.number(roadsTotal)],
    [t('valueReceived'), <Money key="value" value_fen={totals.valueFen} />],
  ] as const;
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-3">
      {figures.map(([label, value]) => (
        <div key={label}>
          <dt className="text-sm text-ink-soft">{label}</dt>
          <dd className="text-xl font-semibold tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
