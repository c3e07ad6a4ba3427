import { memo, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useMap } from 'react-leaflet';
import type { RoadLine } from '~/domain/map';
import { usePane } from './panes.client';
import { palette } from './palette';
import { pathTransform, worldPixels, type LonLat, type View } from './projection';
import { roadPath, roadState } from './roads';
import type { Outline } from './outlines';
import { shadesOf, type Ground } from './shades';
import { WindowLayer } from './window-layer.client';

interface GroundDrawingProps {
  ground: Ground | undefined;
  roads: readonly Pick<RoadLine, 'from' | 'to' | 'status' | 'late'>[];
  place: (point: LonLat) => LonLat;
}

/**
 * Land, borders, shading and deliveries as one SVG: the browser paints it beside the page's own work, and a
 * new view is one new transform.
 */
export function GroundDrawing({ ground, roads, place }: GroundDrawingProps) {
  const map = useMap();
  const pane = usePane('ground', 300);
  const svg = useRef<SVGSVGElement>(null);
  const content = useRef<SVGGElement>(null);
  useEffect(() => {
    const [drawing, group] = [svg.current, content.current];
    if (!drawing || !group) return;
    const layer = new WindowLayer('ground', drawing, (view) => fit(drawing, group, view));
    layer.addTo(map);
    return () => {
      layer.remove();
    };
  }, [map]);
  return createPortal(
    <svg ref={svg} aria-hidden className="leaflet-zoom-animated map-drawing">
      <ArrowHeads />
      <g ref={content}>
        {ground && <Land ground={ground} />}
        {roads.map((road) => (
          <path
            key={`${road.from.join()} ${road.to.join()} ${road.status}`}
            className={`map-road is-${roadState(road)}`}
            d={roadPath(place(road.from), place(road.to))}
            markerMid={`url(#map-arrow-${road.late ? 'late' : 'way'})`}
          />
        ))}
      </g>
    </svg>,
    pane,
  );
}

/** From zoom 10 on. */
const WORLD_WITHOUT_DASHES = worldPixels(10);

function fit(drawing: SVGSVGElement, group: SVGGElement, view: View): void {
  const { scale, x, y } = pathTransform(view);
  drawing.setAttribute('width', String(view.width));
  drawing.setAttribute('height', String(view.height));
  group.setAttribute('transform', `translate(${x} ${y}) scale(${scale})`);
  // Dashes of a line that is long beyond the window cost seconds of painting.
  drawing.classList.toggle('is-near', view.scale >= WORLD_WITHOUT_DASHES);
  // One pixel of the screen in the measure of the paths.
  group.style.setProperty('--px', `${1 / scale}px`);
}

/** Outlines that are not shaded are one path: what must be styled anew at every zoom is little. */
const Land = memo(function Land({ ground }: { ground: Ground }) {
  const { prefectures, counties, areas, overTiles } = ground;
  const shades = shadesOf(areas);
  const all = (outlines: readonly Outline[]) => outlines.map(({ path }) => path).join('');
  const shaded = [...prefectures, ...counties].flatMap(({ code, path }) => {
    const shade = shades.get(code);
    return shade ? [{ code, path, colour: shade.colour }] : [];
  });
  return (
    <g className={overTiles ? 'map-land is-over-tiles' : 'map-land'}>
      {!overTiles && <path d={all(prefectures)} fill={palette.sheet} />}
      {shaded.map(({ code, path, colour }) => (
        <path key={code} d={path} fill={colour} />
      ))}
      {(!overTiles || shaded.length > 0) && (
        <>
          {counties.length > 0 && <path className="map-border is-county" d={all(counties)} />}
          <path className="map-border" d={all(prefectures)} />
        </>
      )}
    </g>
  );
});

function ArrowHeads() {
  return (
    <defs>
      {(['way', 'late'] as const).map((state) => (
        <marker
          key={state}
          id={`map-arrow-${state}`}
          viewBox="0 0 10 10"
          refX="5"
          refY="5"
          markerWidth="6"
          markerHeight="6"
          orient="auto"
        >
          <path d="M0 0 10 5 0 10Z" fill={state === 'late' ? palette.brick : palette.ink} />
        </marker>
      ))}
    </defs>
  );
}
