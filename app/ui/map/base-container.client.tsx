import 'leaflet/dist/leaflet.css';
import './map.css';
import type { Map } from 'leaflet';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { MapContainer, ScaleControl, TileLayer, useMap } from 'react-leaflet';
import type { BaseMap } from '~/domain/base-map';
import type { MapWindow } from '~/domain/map';
import { classNames } from '../class-names';
import { Attribution } from './attribution';
import { MapButtons } from './map-buttons.client';
import { mapHeight } from './map-height';

const MIN_ZOOM = 5;
/** Outlines say nothing new beyond it. */
const MAX_ZOOM_OF_OUTLINES = 15;
/** The two provinces with a wide margin: nobody gets lost on the empty sheet. */
const REACH: [[number, number], [number, number]] = [
  [14, 96],
  [33, 126],
];

type Area = Omit<MapWindow, 'zoom'>;

interface BaseContainerProps {
  base: BaseMap;
  /** Names the map for screen readers. */
  title: string;
  /** Shown at first, and again by the button. */
  shown: Area;
  /** Of the map; `mapHeight` if left out. */
  height?: string | undefined;
  /** Lies over the map and does not move with it. */
  over?: ReactNode;
  children: ReactNode;
}

/** The sheet of every map: tiles where the operator has some, scale, buttons, attribution. */
export function BaseContainer(props: BaseContainerProps) {
  const { base, title, shown, height = mapHeight, over, children } = props;
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const maxZoom = base.tiles?.maxZoom ?? MAX_ZOOM_OF_OUTLINES;
  return (
    <div className="no-print relative">
      <MapContainer
        className={classNames('map-sheet rounded-card border border-line', height)}
        zoomControl={false}
        attributionControl={false}
        minZoom={MIN_ZOOM}
        maxZoom={maxZoom}
        maxBounds={REACH}
        zoomAnimation={!still}
        fadeAnimation={!still}
        inertia={!still}
      >
        <Sheet title={title} shown={shown} />
        {base.tiles?.urls.map((url) => (
          <TileLayer
            key={url}
            url={url}
            subdomains={base.tiles?.subdomains ?? []}
            maxZoom={maxZoom}
          />
        ))}
        {children}
        <ScaleControl imperial={false} updateWhenIdle />
      </MapContainer>
      {over}
      <Attribution base={base} />
    </div>
  );
}

function Sheet({ title, shown }: { title: string; shown: Area }) {
  const map = useMap();
  const showAll = useCallback(() => showWindow(map, shown), [map, shown]);
  const [ready, setReady] = useState(false);
  useEffect(() => {
    showWindow(map, shown);
    setReady(true);
    // The button comes back to a newer window; the reader is not taken there unasked.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [map]);
  useEffect(() => {
    const box = map.getContainer();
    box.setAttribute('role', 'region');
    box.setAttribute('aria-label', title);
  }, [map, title]);
  useEffect(() => {
    // The page around the map makes it wider or narrower when a panel opens.
    const watch = new ResizeObserver(() => map.invalidateSize({ pan: false }));
    watch.observe(map.getContainer());
    return () => watch.disconnect();
  }, [map]);
  return ready ? <MapButtons showAll={showAll} /> : null;
}

/** Shows an area whole, at its own zoom where it was made on a screen like this one. */
export function showWindow(map: Map, { west, south, east, north }: Area): void {
  // A little less than the area: rounding must not cost a zoom.
  const [y, x] = [(north - south) * 0.02, (east - west) * 0.02];
  map.fitBounds(
    [
      [south + y, west + x],
      [north - y, east - x],
    ],
    { animate: false },
  );
}
