import { useEffect, useLayoutEffect, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useMap } from 'react-leaflet';
import { OutlineNames } from './mark-parts';
import { lonLatOf } from './mark-size';
import { useStretchedPane } from './panes.client';
import type { Shift } from './projection';
import type { Ground } from './shades';

interface PlacedPointsProps<P> {
  points: readonly P[];
  place: Shift;
  ground: Ground | undefined;
  /** @param above the name goes above its point: another point's stands right below. */
  children: (point: P, above: boolean) => ReactNode;
}

/** A few things that stand at points of a small map. */
export function PlacedPoints<P extends { longitude: number; latitude: number }>(
  props: PlacedPointsProps<P>,
) {
  const { points, place, ground, children } = props;
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
  return createPortal(
    <>
      {ground && <OutlineNames ground={ground} at={at} isSeen={() => true} zoom={map.getZoom()} />}
      {points.map((point, index) => {
        const { x, y } = at(lonLatOf(point));
        const above = points.some((other, place) => {
          const below = at(lonLatOf(other));
          if (place === index || Math.abs(below.x - x) > 130) return false;
          return below.y - y < 48 && (below.y > y || (below.y === y && place < index));
        });
        return (
          <div
            key={`${point.longitude} ${point.latitude} ${x} ${y}`}
            className="map-point"
            style={{ left: Math.round(x), top: Math.round(y) }}
          >
            {children(point, above)}
          </div>
        );
      })}
    </>,
    pane,
  );
}
