import { memo, type CSSProperties } from 'react';
import type { DepotMark, RoadLine } from '~/domain/map';
import { classNames } from '../class-names';
import { radiusOf } from './mark-size';
import type { MarkWords } from './mark-words';
import { fillClassOf } from './palette';
import type { LonLat } from './projection';
import { shadesOf, type Ground } from './shades';
import type { PlacedMark } from './spread';

interface At {
  x: number;
  y: number;
}

interface MarkButtonProps {
  placed: PlacedMark;
  at: At;
  words: MarkWords;
  picked: boolean;
  faint: boolean;
  press: (placed: PlacedMark) => void;
  focus: (placed: PlacedMark) => void;
}

/** A disc whose wedge or ring, clockwise from the top, is the share met; whole and ticked when all of it is. */
export const MarkButton = memo(
  function MarkButton({ placed, at, words, picked, faint, press, focus }: MarkButtonProps) {
    const { mark, offset } = placed;
    const label = words.mark(mark);
    const radius = radiusOf(mark);
    const [x, y] = [at.x + offset[0] - radius, at.y + offset[1] - radius];
    const style: CSSProperties & { '--fill': string } = {
      width: 2 * radius,
      height: 2 * radius,
      left: Math.round(x),
      top: Math.round(y),
      '--fill': `${mark.fill ?? 0}%`,
    };
    return (
      <button
        type="button"
        aria-label={label}
        data-label={label}
        aria-pressed={mark.kind === 'centre' ? picked : undefined}
        className={classNames(
          `map-mark is-${mark.kind} is-${fillClassOf(mark.fill)}`,
          mark.kind === 'centre' && mark.precision !== 'pinned' && 'is-rough',
          faint && 'is-faint',
        )}
        style={style}
        onFocus={(event) => {
          if (event.currentTarget.matches(':focus-visible')) focus(placed);
        }}
        onClick={() => press(placed)}
      >
        {mark.kind === 'cluster' ? words.inside(mark) : null}
        {mark.kind === 'centre' && mark.onTheRoad && <span className="map-on-road" />}
      </button>
    );
  },
  (before, after) =>
    before.placed === after.placed &&
    before.at.x === after.at.x &&
    before.at.y === after.at.y &&
    before.words === after.words &&
    before.picked === after.picked &&
    before.faint === after.faint &&
    before.press === after.press,
);

interface DepotPointProps {
  depot: DepotMark;
  at: At;
  label: string;
}

export function DepotPoint({ depot, at, label }: DepotPointProps) {
  return (
    <div
      className="map-depot"
      data-label={label}
      style={{ left: Math.round(at.x), top: Math.round(at.y) }}
    >
      <svg aria-hidden width="26" height="24" viewBox="-13 -12 26 24">
        <path className="map-depot-house" d="M-11 10V-3L0-11 11-3V10Z" />
        <path className="map-depot-door" d="M-5 10V0H5V10Z" />
      </svg>
      <span aria-hidden className="map-depot-name">
        {depot.name}
      </span>
      <span className="sr-only">{label}</span>
    </div>
  );
}

/** How many deliveries one line stands for. */
export function RoadCount({ road, at }: { road: RoadLine; at: At }) {
  return (
    <div
      aria-hidden
      className="map-name map-road-count"
      style={{ left: Math.round(at.x), top: Math.round(at.y) }}
    >
      <span>{road.shipments}</span>
    </div>
  );
}

interface OutlineNamesProps {
  ground: Ground;
  at: (point: LonLat) => At;
  isSeen: (at: At) => boolean;
  zoom: number;
}

/** Below these zooms the names would stand on each other. */
const ZOOM_OF_PREFECTURES = 6;
const ZOOM_OF_COUNTIES = 9;

/** Names of divisions, and under them the figure of a shaded one: its colour does not say it alone. */
export function OutlineNames({ ground, at, isSeen, zoom }: OutlineNamesProps) {
  const { prefectures, counties, areas, overTiles } = ground;
  const shades = shadesOf(areas);
  if (overTiles && shades.size === 0) return null;
  const named = [
    ...(zoom >= ZOOM_OF_PREFECTURES ? prefectures : []),
    ...(zoom >= ZOOM_OF_COUNTIES ? counties : []),
  ];
  return (
    <>
      {named.map(({ code, name, middle }) => {
        const { x, y } = at(middle);
        if (!isSeen({ x, y })) return null;
        const figure = shades.get(code)?.area.figure;
        return (
          <div key={code} className="map-name" style={{ left: Math.round(x), top: Math.round(y) }}>
            <span>
              {name}
              {figure !== undefined && <strong>{figure}</strong>}
            </span>
          </div>
        );
      })}
    </>
  );
}
