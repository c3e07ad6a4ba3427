import type { ReactNode } from 'react';
import type { MapAnswer } from '~/domain/map';
import { useText } from '~/i18n/text';
import { useLegendWords } from './legend-words';

interface LegendProps {
  answer: MapAnswer;
}

const fills = { none: 0, under_half: 30, over_half: 70, met: 100 } as const;

/** What the signs mean: of those that can be on this map. */
export function MapLegend({ answer }: LegendProps) {
  const t = useText('map');
  const words = useLegendWords(answer.perspective);
  return (
    <section aria-label={t('legend')} className="no-print text-sm">
      <ul className="flex flex-wrap gap-x-5 gap-y-2">
        {(['none', 'under_half', 'over_half', 'met'] as const).map((fill) => (
          <Entry key={fill} words={words[fill]}>
            <span
              className={`map-mark is-centre is-sample is-${fill}`}
              style={{ '--fill': `${fills[fill]}%` } as object}
            />
          </Entry>
        ))}
        <Entry words={words.cluster}>
          <span
            className="map-mark is-cluster is-sample is-under_half"
            style={{ '--fill': '30%' } as object}
          >
            8
          </span>
        </Entry>
        <Entry words={words.rough}>
          <span className="map-mark is-centre is-sample is-none is-rough" />
        </Entry>
        <Entry words={words.onTheRoad}>
          <span className="map-mark is-centre is-sample is-none">
            <span className="map-on-road" />
          </span>
        </Entry>
        {answer.depots.length > 0 && (
          <Entry words={words.depot}>
            <svg aria-hidden width="26" height="24" viewBox="-13 -12 26 24">
              <path className="map-depot-house" d="M-11 10V-3L0-11 11-3V10Z" />
              <path className="map-depot-door" d="M-5 10V0H5V10Z" />
            </svg>
          </Entry>
        )}
        {answer.roads.length > 0 && (
          <>
            <RoadEntry state="moving" words={words.moving} />
            <RoadEntry state="late" words={words.late} />
          </>
        )}
        {answer.areas.length > 0 && (
          <Entry words={words.shading}>
            <span className="map-shades" />
          </Entry>
        )}
      </ul>
    </section>
  );
}

function RoadEntry({ state, words }: { state: 'moving' | 'late'; words: string }) {
  return (
    <Entry words={words}>
      <svg aria-hidden width="32" height="10" viewBox="0 0 32 10">
        <path className={`map-road is-${state} is-sample`} d="M0 5H32" />
      </svg>
    </Entry>
  );
}

function Entry({ words, children }: { words: string; children: ReactNode }) {
  return (
    <li className="inline-flex items-center gap-2">
      <span aria-hidden className="inline-flex">
        {children}
      </span>
      {words}
    </li>
  );
}
