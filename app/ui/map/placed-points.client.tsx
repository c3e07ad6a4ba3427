import { useEffect, useLayoutEffect, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useMap } from 'react-leaflet';
import { stepAside, widthOf, type Box } from './aside';
import { boxOfName, placedNames } from './layout';
import { OutlineName } from './mark-parts';
import { lonLatOf } from './mark-size';
import { useStretchedPane } from './panes.client';
import type { Shift } from './projection';
import type { Ground } from './shades';

/** As map.css has them, in pixels. */
const FONT = 13;
const LINE = 17;
const MAX_WIDTH = 176;

interface PlacedPointsProps<P> {
  points: readonly P[];
  place: Shift;
  ground: Ground | undefined;
  /** Half the height of what stands at a point, in pixels. */
  half: number;
  /** Each is a line under its point. */
  namesOf: (point: P) => readonly string[];
  /** @param top where the names begin, in pixels below the point: no name lies over another or over a point. */
  children: (point: P, top: number) => ReactNode;
}

/** A few things that stand at points of a small map. */
export function PlacedPoints<P extends { longitude: number; latitude: number }>(
  props: PlacedPointsProps<P>,
) {
  const { points, place, ground, half, namesOf, children } = props;
  const map = useMap();
  const { pane, settle } = useStretchedPane('points', 600);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const renew = () => setTurn((before) => before + 1);
    map.on('zoomend viewreset', renew);
    map.whenReady(renew);
    return () => {
      map.off('zoomend viewreset', renew);
    };
  }, [map]);
  useLayoutEffect(() => settle());
  if (turn === 0) return null;
  const at = (point: readonly [number, number]) => {
    const [longitude, latitude] = place(point);
    return map.latLngToLayerPoint([latitude, longitude]);
  };
  const outlined = ground ? placedNames(ground, at, map.getZoom()) : [];
  const taken: Box[] = [
    ...outlined.map(boxOfName),
    ...points.map((point) => {
      const { x, y } = at(lonLatOf(point));
      return { x, y, halfWidth: half, halfHeight: half };
    }),
  ];
  const nameTop = ({ x, y }: { x: number; y: number }, point: P) => {
    const widths = namesOf(point).map((name) => widthOf(name, FONT));
    const lines = widths.reduce((sum, width) => sum + Math.ceil(width / MAX_WIDTH), 0);
    const halfHeight = (lines * LINE) / 2;
    const box = { x, y: y + half + halfHeight, halfHeight };
    const wide = { ...box, halfWidth: Math.min(MAX_WIDTH, Math.max(...widths)) / 2 };
    const aside = stepAside(wide, taken, 1);
    taken.push({ ...wide, y: wide.y + aside });
    return half + aside;
  };
  return createPortal(
    <>
      {outlined.map((name) => (
        <OutlineName key={name.code} name={name} />
      ))}
      {points.map((point) => {
        const { x, y } = at(lonLatOf(point));
        return (
          <div
            key={`${point.longitude} ${point.latitude} ${x} ${y}`}
            className="map-point"
            style={{ left: Math.round(x), top: Math.round(y) }}
          >
            {children(point, nameTop({ x, y }, point))}
          </div>
        );
      })}
    </>,
    pane,
  );
}
