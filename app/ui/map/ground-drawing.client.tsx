import { useEffect, useMemo, useState } from 'react';
import { useMap } from 'react-leaflet';
import type { RoadLine } from '~/domain/map';
import { usePane } from './panes.client';
import type { SheetLine } from './paint-sheet';
import { toWorld, type LonLat } from './projection';
import { roadState } from './roads';
import type { Ground } from './shades';
import { SheetLayer } from './sheet-layer.client';

type Road = Pick<RoadLine, 'from' | 'to' | 'status' | 'late'>;

interface GroundDrawingProps {
  ground: Ground | undefined;
  roads: readonly Road[];
  place: (point: LonLat) => LonLat;
}

const noGround: Ground = { prefectures: [], counties: [], areas: [], overTiles: false };

/** Land, borders, shading and deliveries, as one picture under the marks. */
export function GroundDrawing({ ground = noGround, roads, place }: GroundDrawingProps) {
  const map = useMap();
  usePane('ground', 300);
  const [layer] = useState(() => new SheetLayer('ground'));
  useEffect(() => {
    layer.addTo(map);
    return () => {
      layer.remove();
    };
  }, [map, layer]);
  const lines = useMemo(() => linesOf(roads, place), [roads, place]);
  useEffect(() => {
    const { prefectures, counties, areas, overTiles } = ground;
    layer.show({ prefectures, counties, areas, overTiles, lines });
  }, [layer, ground, lines]);
  return null;
}

/** Deliveries of a look that share their way are one line; late ones lie over the others. */
function linesOf(roads: readonly Road[], place: GroundDrawingProps['place']): SheetLine[] {
  const lines = new Map(
    roads.map((road) => {
      const [from, to, state] = [place(road.from), place(road.to), roadState(road)];
      return [[from, to, state].join(' '), { from: toWorld(from), to: toWorld(to), state }];
    }),
  );
  return (['draft', 'moving', 'late'] as const).flatMap((state) =>
    [...lines.values()].filter((line) => line.state === state),
  );
}
