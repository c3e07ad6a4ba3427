import 'leaflet/dist/leaflet.css';
import './map.css';
import type { Map } from 'leaflet';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { MapContainer, ScaleControl, TileLayer, useMap } from 'react-leaflet';
import type { MapWindow } from '~/domain/map';
import { Attribution } from './attribution';
import { GroundDrawing } from './ground-drawing.client';
import { MapButtons } from './map-buttons.client';
import { mapHeight } from './map-height';
import type { MapProps } from './map-props';
import { MapState } from './map-state';
import { MarkPoints } from './mark-points.client';
import type { LonLat } from './projection';
import { spreadMarks } from './spread';
import { useGround } from './use-ground';
import { useMapAnswer } from './use-map-answer';

const MIN_ZOOM = 5;
/** Outlines say nothing new beyond it. */
const MAX_ZOOM_OF_OUTLINES = 15;
/** The two provinces with a wide margin: nobody gets lost on the empty sheet. */
const REACH: [[number, number], [number, number]] = [
  [14, 96],
  [33, 126],
];

export default function MapView(props: MapProps) {
  const { base, title, viewUrl, first, window: firstWindow } = props;
  const { answer, state, look, retry } = useMapAnswer({ first, window: firstWindow, viewUrl });
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = useRef<Map>(null);
  const showAll = useCallback(() => {
    if (map.current) showWindow(map.current, firstWindow);
  }, [firstWindow]);
  return (
    <div className="relative">
      <MapContainer
        ref={map}
        className={`map-sheet ${mapHeight} rounded-card border border-line`}
        zoomControl={false}
        attributionControl={false}
        minZoom={MIN_ZOOM}
        maxZoom={base.tiles?.maxZoom ?? MAX_ZOOM_OF_OUTLINES}
        maxBounds={REACH}
        zoomAnimation={!still}
        fadeAnimation={!still}
        inertia={!still}
      >
        <Watch title={title} window={firstWindow} look={look} onWindow={props.onWindow} />
        {base.tiles?.urls.map((url) => (
          <TileLayer
            key={url}
            url={url}
            subdomains={base.tiles?.subdomains ?? []}
            maxZoom={base.tiles?.maxZoom ?? MAX_ZOOM_OF_OUTLINES}
          />
        ))}
        <Drawing {...props} answer={answer} />
        <ScaleControl imperial={false} />
        <MapButtons showAll={showAll} />
      </MapContainer>
      <MapState state={state} retry={retry} />
      <Attribution base={base} />
    </div>
  );
}

/** Shows a window whole, at its own zoom where it was made on a screen like this one. */
function showWindow(map: Map, { west, south, east, north }: MapWindow): void {
  const [height, width] = [north - south, east - west];
  // A little less than the window: rounding must not cost a zoom.
  const [y, x] = [height * 0.02, width * 0.02];
  map.fitBounds(
    [
      [south + y, west + x],
      [north - y, east - x],
    ],
    { animate: false },
  );
}

function windowOf(map: Map): MapWindow {
  const bounds = map.getBounds();
  return {
    west: bounds.getWest(),
    south: bounds.getSouth(),
    east: bounds.getEast(),
    north: bounds.getNorth(),
    zoom: map.getZoom(),
  };
}

interface WatchProps {
  title: string;
  window: MapWindow;
  look: (window: MapWindow) => void;
  onWindow: MapProps['onWindow'];
}

function Watch({ title, window: first, look, onWindow }: WatchProps) {
  const map = useMap();
  const told = useRef(onWindow);
  told.current = onWindow;
  useEffect(() => {
    const box = map.getContainer();
    box.setAttribute('role', 'region');
    box.setAttribute('aria-label', title);
  }, [map, title]);
  useEffect(() => {
    const rested = () => {
      const seen = windowOf(map);
      map.getContainer().dataset.zoom = String(seen.zoom);
      look(seen);
      told.current?.(seen);
    };
    showWindow(map, first);
    rested();
    map.on('moveend', rested);
    return () => {
      map.off('moveend', rested);
    };
    // Another window is gone to only when the map is made: a reader who filters stays where they are.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [map, look]);
  useEffect(() => {
    // The page around the map makes it wider or narrower when a panel opens.
    const watch = new ResizeObserver(() => map.invalidateSize({ pan: false }));
    watch.observe(map.getContainer());
    return () => watch.disconnect();
  }, [map]);
  return null;
}

const asGiven = (point: LonLat) => point;

function Drawing({
  answer,
  base,
  picked,
  onPick,
  reach = false,
}: MapProps & { answer: MapProps['first'] }) {
  const { ground, shift = asGiven } = useGround(base, answer.areas);
  const marks = useMemo(() => spreadMarks(answer.marks), [answer.marks]);
  return (
    <>
      <GroundDrawing ground={ground} roads={answer.roads} place={shift} />
      <MarkPoints
        marks={marks}
        answer={answer}
        ground={ground}
        place={shift}
        onPick={onPick}
        picked={picked}
        reach={reach}
      />
    </>
  );
}
