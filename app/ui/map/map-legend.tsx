import type { MapAnswer } from '~/domain/map';
import { useText } from '~/i18n/text';
import { entriesOf, useLegendWords, type LegendWords } from './legend-words';

interface LegendProps {
  answer: MapAnswer;
  /** As `entriesOf` has them. */
  live: boolean;
  counties: boolean;
}

const fills = { none: 0, under_half: 30, over_half: 70, met: 100, rough: 0, onTheRoad: 0 };

/** What the signs mean: of those that can be on this map. */
export function MapLegend({ answer, live, counties }: LegendProps) {
  const t = useText('map');
  const words = useLegendWords(answer.perspective);
  return (
    <section aria-label={t('legend')} className="no-print text-sm">
      <ul className="flex flex-wrap gap-x-5 gap-y-2">
        {entriesOf(answer, live, counties).map((name) => (
          <li key={name} className="inline-flex items-center gap-2">
            <span aria-hidden className="inline-flex">
              <Sample name={name} />
            </span>
            {words[name]}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sample({ name }: { name: keyof LegendWords }) {
  if (name === 'moving' || name === 'late') {
    return (
      <svg width="32" height="10" viewBox="0 0 32 10">
        <path className={`map-road is-${name}`} d="M0 5H32" />
      </svg>
    );
  }
  if (name === 'depot') return <span className="map-depot is-sample" />;
  if (name === 'shading') return <span className="map-shades" />;
  if (name === 'sign') return <span className="map-sign is-sample">8</span>;
  const cluster = name === 'cluster';
  const looks = cluster ? 'is-cluster is-under_half' : `is-centre is-${name}`;
  const none = name === 'rough' || name === 'onTheRoad' ? ' is-none' : '';
  const style = { '--fill': `${cluster ? 30 : fills[name]}%` } as object;
  return (
    <span className={`map-mark is-sample ${looks}${none}`} style={style}>
      {cluster && 8}
      {name === 'onTheRoad' && <span className="map-on-road" />}
    </span>
  );
}
