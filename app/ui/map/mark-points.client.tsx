import type { Handler, Map } from 'leaflet';
import {
  memo,
  startTransition,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import { useMap } from 'react-leaflet';
import type { MapAnswer } from '~/domain/map';
import { useMarkWords } from './mark-words';
import { layOut } from './layout';
import { AreaSign, DepotPoint, MarkButton, OutlineName, RoadCount } from './mark-parts';
import { lonLatOf } from './mark-size';
import { useStretchedPane } from './panes.client';
import type { LonLat } from './projection';
import type { Ground } from './shades';
import type { PlacedMark } from './spread';
import { usePortions } from './use-portions.client';

interface MarkPointsProps {
  marks: readonly PlacedMark[];
  answer: MapAnswer;
  ground: Ground | undefined;
  place: (point: LonLat) => LonLat;
  onPick?: ((placeId: string) => void) | undefined;
  picked?: string | undefined;
  /** Centres that nothing has reached step back. */
  reach: boolean;
  onDrawn: () => void;
}

/**
 * What stands at points: names, depots, centres and clusters, the latter as buttons that are pointed at, tabbed
 * to and read out. They are made in small portions of time, so that no frame waits for them.
 */
export function MarkPoints(props: MarkPointsProps) {
  const map = useMap();
  const { pane, settle } = useStretchedPane('points', 600);
  // Pixels of a layer are counted from a point that changes with the zoom, and only what is seen is made.
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const renew = () => startTransition(() => setTurn((before) => before + 1));
    map.on('moveend viewreset', renew);
    map.whenReady(renew);
    return () => {
      map.off('moveend viewreset', renew);
    };
  }, [map]);
  const shown = useDeferredValue(props);
  if (turn === 0) return null;
  return createPortal(<Points {...shown} map={map} turn={turn} settle={settle} />, pane);
}

interface PointsProps extends MarkPointsProps {
  map: Map;
  turn: number;
  settle: () => void;
}

const Points = memo(function Points(props: PointsProps) {
  const { map, turn, settle, marks, answer, ground, place, onPick, picked, reach } = props;
  const { onDrawn } = props;
  const { depots, roads, perspective } = answer;
  const words = useMarkWords(perspective);
  const at = useMemo(
    () => layerPlaces(map, place),
    // Pixels are counted from elsewhere now: after a zoom, not after a drag.
    // oxlint-disable-next-line react/exhaustive-deps
    [map, place, map.getPixelOrigin()],
  );
  const isSeen = useMemo(
    () => seenPlaces(map),
    // oxlint-disable-next-line react/exhaustive-deps
    [map, turn],
  );
  useLayoutEffect(() => {
    settle();
    onDrawn();
  }, [settle, onDrawn, at]);
  const press = useMemo(() => pressMark(map, place, onPick), [map, place, onPick]);
  const focus = useMemo(() => focusMark(map, place), [map, place]);
  const layout = useMemo(
    () => layOut({ ground, marks, depots, roads }, at, map.getZoom()),
    [ground, marks, depots, roads, at, map],
  );
  const things = useMemo(
    () => [
      ...layout.names.filter(isSeen).map((name) => <OutlineName key={name.code} name={name} />),
      ...layout.counts.filter(isSeen).map((count) => {
        const { from, to, status } = count.road;
        return <RoadCount key={`${from.join()} ${to.join()} ${status}`} count={count} />;
      }),
      ...layout.depots
        .filter(isSeen)
        .map((placed) => (
          <DepotPoint key={placed.depot.id} placed={placed} label={words.depot(placed.depot)} />
        )),
      ...layout.signs
        .filter(isSeen)
        .map((sign) => <AreaSign key={`sign ${sign.area.divisionCode}`} sign={sign} />),
      ...marks.flatMap((placed) => {
        const { mark } = placed;
        const point = at(lonLatOf(mark));
        if (!isSeen(point)) return [];
        return (
          <MarkButton
            key={`${mark.kind} ${mark.id}`}
            placed={placed}
            at={point}
            words={words}
            picked={mark.id === picked}
            faint={reach && mark.kind === 'centre' && !mark.reached}
            press={press}
            focus={focus}
          />
        );
      }),
    ],
    [layout, marks, at, isSeen, words, picked, reach, press, focus],
  );
  // What lies on top is made first.
  const made = usePortions(things.map(({ key }) => String(key)).toReversed(), at);
  return things.filter(({ key }) => made.has(String(key)));
});

interface LayerPoint {
  x: number;
  y: number;
}

function layerPlaces(map: Map, place: (point: LonLat) => LonLat) {
  return (point: LonLat): LayerPoint => {
    const [longitude, latitude] = place(point);
    return map.latLngToLayerPoint([latitude, longitude]);
  };
}

/** How far beyond the window things are made, in pixels: a drag brings them in before it ends. */
const MARGIN = 120;

function seenPlaces(map: Map) {
  const { x: left, y: top } = map.containerPointToLayerPoint([0, 0]);
  const { x: width, y: height } = map.getSize();
  return ({ x, y }: LayerPoint): boolean =>
    x > left - MARGIN && y > top - MARGIN && x < left + width + MARGIN && y < top + height + MARGIN;
}

function pressMark(
  map: Map,
  place: (point: LonLat) => LonLat,
  onPick: ((placeId: string) => void) | undefined,
) {
  return ({ mark }: PlacedMark) => {
    // The end of a drag is a click as well; leaflet's types do not know that its handler tells.
    if ((map.dragging as Handler & { moved: () => boolean }).moved()) return;
    if (mark.kind === 'centre') return onPick?.(mark.id);
    const [longitude, latitude] = place(lonLatOf(mark));
    // The button is gone when its cluster has opened: the keyboard stays on the map.
    map.getContainer().focus({ preventScroll: true });
    map.setView([latitude, longitude], Math.min(mark.expandTo, map.getMaxZoom()));
  };
}

function focusMark(map: Map, place: (point: LonLat) => LonLat) {
  return ({ mark }: PlacedMark) => {
    const [longitude, latitude] = place(lonLatOf(mark));
    map.panInside([latitude, longitude], { padding: [60, 60] });
  };
}
