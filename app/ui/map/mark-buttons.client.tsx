import type { Handler } from 'leaflet';
import { memo, startTransition, useDeferredValue, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useMap } from 'react-leaflet';
import type { DepotMark } from '~/domain/map';
import { useMarkWords } from './mark-words';
import { lonLatOf, radiusOf } from './paint-marks';
import type { LonLat } from './projection';
import type { PlacedMark } from './spread';
import { paneOf } from './use-canvas-layer.client';

interface MarkButtonsProps {
  marks: readonly PlacedMark[];
  depots: readonly DepotMark[];
  place: (point: LonLat) => LonLat;
  onPick?: ((placeId: string) => void) | undefined;
}

/**
 * The marks as buttons that are not seen: the canvas shows them, these are pointed at, tabbed to and read
 * out. They may come a moment after the picture, so that drawing them never holds up a frame.
 */
export function MarkButtons({ marks, depots, place, onPick }: MarkButtonsProps) {
  const map = useMap();
  const [pane] = useState(() => paneOf(map, 'mark-buttons', 600));
  const [origin, setOrigin] = useState(0);
  useEffect(() => {
    // Pixels of a layer are counted from a point that changes with the zoom.
    const renew = () => startTransition(() => setOrigin((before) => before + 1));
    map.on('zoomend viewreset', renew);
    map.whenReady(renew);
    return () => {
      map.off('zoomend viewreset', renew);
    };
  }, [map]);
  const shown = useDeferredValue(marks);
  if (origin === 0) return null;
  return createPortal(
    <Buttons marks={shown} depots={depots} place={place} onPick={onPick} origin={origin} />,
    pane,
  );
}

const Buttons = memo(function Buttons(props: MarkButtonsProps & { origin: number }) {
  const { marks, depots, place, onPick } = props;
  const map = useMap();
  const words = useMarkWords();
  const pointOf = (point: LonLat) => {
    const [longitude, latitude] = place(point);
    return map.latLngToLayerPoint([latitude, longitude]);
  };
  const choose = ({ mark }: PlacedMark) => {
    // The end of a drag is a click as well; leaflet's types do not know that its handler tells.
    if ((map.dragging as Handler & { moved: () => boolean }).moved()) return;
    if (mark.kind === 'centre') return onPick?.(mark.id);
    const [longitude, latitude] = place(lonLatOf(mark));
    // The button is gone when its cluster has opened: the keyboard stays on the map.
    map.getContainer().focus({ preventScroll: true });
    map.setView([latitude, longitude], Math.min(mark.expandTo, map.getMaxZoom()));
  };
  return (
    <>
      {marks.map((placed) => {
        const { mark, offset } = placed;
        const { x, y } = pointOf(lonLatOf(mark));
        const size = 2 * Math.max(12, radiusOf(mark) + 2);
        const label = words.mark(mark);
        return (
          <button
            key={`${mark.kind} ${mark.id}`}
            type="button"
            aria-label={label}
            data-label={label}
            className="map-mark"
            style={{
              width: size,
              height: size,
              transform: `translate(${x + offset[0] - size / 2}px, ${y + offset[1] - size / 2}px)`,
            }}
            onFocus={(event) => {
              if (!event.currentTarget.matches(':focus-visible')) return;
              const [longitude, latitude] = place(lonLatOf(mark));
              map.panInside([latitude, longitude], { padding: [60, 60] });
            }}
            onClick={() => choose(placed)}
          />
        );
      })}
      {depots.map((depot) => {
        const { x, y } = pointOf(lonLatOf(depot));
        const label = words.depot(depot);
        return (
          <span
            key={depot.id}
            data-label={label}
            className="map-mark"
            style={{ width: 28, height: 28, transform: `translate(${x - 14}px, ${y - 14}px)` }}
          >
            <span className="sr-only">{label}</span>
          </span>
        );
      })}
    </>
  );
});
