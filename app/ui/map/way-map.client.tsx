import { useMemo } from 'react';
import { formatNumber } from '~/i18n/format';
import { useLanguage, useText } from '~/i18n/text';
import { BaseContainer } from './base-container.client';
import { GroundDrawing } from './ground-drawing.client';
import { PlacedPoints } from './placed-points.client';
import { useGround } from './use-ground';
import {
  areaOf,
  stopsOf,
  wayMapHeight,
  type WayHop,
  type WayMapProps,
  type WayStop,
} from './way-hops';

const noAreas: never[] = [];

/** Stops with their numbers, and the road between them: whole where the goods have been, dotted where not yet. */
export default function WayMapView({ hops, base, title }: WayMapProps) {
  const { ground, shift } = useGround(base, noAreas);
  const stops = useMemo(() => stopsOf(hops), [hops]);
  const area = useMemo(() => areaOf(hops), [hops]);
  const roads = useMemo(() => roadsBetween(hops), [hops]);
  return (
    <BaseContainer base={base} title={title} shown={area} height={wayMapHeight}>
      <GroundDrawing ground={ground} roads={roads} place={shift} />
      <PlacedPoints points={stops} place={shift} ground={ground} half={17} namesOf={linesOf}>
        {(stop, top) => <Stop stop={stop} top={top} />}
      </PlacedPoints>
    </BaseContainer>
  );
}

function roadsBetween(hops: readonly WayHop[]) {
  return hops.flatMap((hop) => {
    const before = hop.from === undefined ? undefined : hops[hop.from];
    if (!before) return [];
    return {
      from: [before.longitude, before.latitude] as [number, number],
      to: [hop.longitude, hop.latitude] as [number, number],
      status: hop.state === 'ahead' ? ('draft' as const) : ('dispatched' as const),
      late: false,
    };
  });
}

/** Names may stand a little away from their points: each begins with its number. */
const linesOf = ({ names, numbers }: WayStop) => names.map((name, at) => `${numbers[at]} ${name}`);

function Stop({ stop, top }: { stop: WayStop; top: number }) {
  const t = useText('map');
  const language = useLanguage();
  const numbers = stop.numbers.map((value) => formatNumber(language, value, 0)).join('·');
  const state = { done: 'stopDone', current: 'stopCurrent', ahead: 'stopAhead' } as const;
  return (
    <>
      <span className={`map-stop is-${stop.state}`} aria-hidden>
        {numbers}
      </span>
      <span className="map-stop-name" style={{ top }} aria-hidden>
        {linesOf(stop).map((name) => (
          <span key={name} className="block">
            {name}
          </span>
        ))}
      </span>
      <span className="sr-only">
        {t('stopLabel', {
          numbers,
          name: stop.names.join(t('noteComma')),
          state: t(state[stop.state]),
        })}
        {stop.rough && t('noteComma') + t('notPinnedNote')}
      </span>
    </>
  );
}
