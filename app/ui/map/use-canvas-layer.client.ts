import { useEffect, useRef } from 'react';
import type { Map } from 'leaflet';
import { useMap } from 'react-leaflet';
import { CanvasLayer, type Paint } from './canvas-layer.client';

/** A sheet of the map at a height of its own; leaflet's tiles lie at 200. */
export function paneOf(map: Map, name: string, zIndex: number): HTMLElement {
  const pane = map.getPane(name) ?? map.createPane(name);
  pane.style.zIndex = String(zIndex);
  pane.style.pointerEvents = 'none';
  return pane;
}

/** A canvas of the map in a pane of its own, painted again whenever `paint` is another function. */
export function useCanvasLayer(pane: string, zIndex: number, paint: Paint): void {
  const map = useMap();
  const layer = useRef<CanvasLayer>();
  useEffect(() => {
    paneOf(map, pane, zIndex);
    layer.current = new CanvasLayer(pane).addTo(map);
    return () => {
      layer.current?.remove();
      layer.current = undefined;
    };
  }, [map, pane, zIndex]);
  useEffect(() => layer.current?.repaint(paint), [paint]);
}
