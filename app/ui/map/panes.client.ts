import type { LatLng, LeafletEvent, Map } from 'leaflet';
import { useEffect, useState } from 'react';
import { useMap } from 'react-leaflet';
import { pixelOrigin } from './sheet-layer.client';

/** A sheet of the map at a height of its own; leaflet's tiles lie at 200. */
function paneOf(map: Map, name: string, zIndex: number): HTMLElement {
  const pane = map.getPane(name) ?? map.createPane(name);
  pane.style.zIndex = String(zIndex);
  pane.style.pointerEvents = 'none';
  return pane;
}

export function usePane(name: string, zIndex: number): HTMLElement {
  const map = useMap();
  const [pane] = useState(() => paneOf(map, name, zIndex));
  return pane;
}

/**
 * A pane whose things stand at points: while the map zooms, the pane is stretched as one picture and fades;
 * `settle` is called when its things have new places.
 */
export function useStretchedPane(name: string, zIndex: number) {
  const map = useMap();
  const [pane] = useState(() => {
    const made = paneOf(map, name, zIndex);
    made.classList.add('leaflet-zoom-animated', 'map-points');
    return made;
  });
  const [settle] = useState(() => () => {
    pane.style.transform = '';
    pane.classList.remove('is-moving');
  });
  useEffect(() => {
    let from = { zoom: map.getZoom(), origin: map.getPixelOrigin() };
    const stretch = (center: LatLng, zoom: number) => {
      const scale = map.getZoomScale(zoom, from.zoom);
      const { x, y } = from.origin.multiplyBy(scale).subtract(pixelOrigin(map, center, zoom));
      pane.style.transform = `translate3d(${x}px, ${y}px, 0) scale(${scale})`;
      pane.classList.add('is-moving');
    };
    const events = {
      zoomanim: (event: LeafletEvent) => {
        const { center, zoom } = event as LeafletEvent & { center: LatLng; zoom: number };
        stretch(center, zoom);
      },
      zoom: () => stretch(map.getCenter(), map.getZoom()),
      zoomend: () => {
        from = { zoom: map.getZoom(), origin: map.getPixelOrigin() };
      },
      viewreset: () => {
        from = { zoom: map.getZoom(), origin: map.getPixelOrigin() };
      },
    };
    map.on(events);
    return () => {
      map.off(events);
    };
  }, [map, pane]);
  return { pane, settle };
}
