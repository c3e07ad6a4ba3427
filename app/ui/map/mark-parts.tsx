import { memo, type CSSProperties } from 'react';
import { classNames } from '../class-names';
import { radiusOf } from './mark-size';
import type { PlacedCount, PlacedDepot, PlacedName, PlacedSign } from './layout';
import type { MarkWords } from './mark-words';
import { fillClassOf } from './palette';
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
    sameMark(before.placed, after.placed) &&
    before.at.x === after.at.x &&
    before.at.y === after.at.y &&
    before.words === after.words &&
    before.picked === after.picked &&
    before.faint === after.faint &&
    before.press === after.press,
);

/** Another answer brings the same marks again. */
function sameMark(before: PlacedMark, after: PlacedMark): boolean {
  const [x, y] = after.offset;
  if (before === after) return true;
  if (before.offset[0] !== x || before.offset[1] !== y) return false;
  const now = Object.entries(after.mark);
  const then: Record<string, unknown> = { ...before.mark };
  return now.every(([name, value]) => then[name] === value);
}

interface DepotPointProps {
  placed: PlacedDepot;
  label: string;
}

export function DepotPoint({ placed: { depot, named, x, y, down }, label }: DepotPointProps) {
  const style = {
    left: Math.round(x),
    top: Math.round(y + down),
    '--off': `${Math.round(down)}px`,
  };
  return (
    <div
      // Drawn by the stylesheet, and its name stands under it.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="img"
      aria-label={label}
      className="map-depot"
      data-label={label}
      style={style}
    >
      {(named || down > 0) && <span className="map-depot-name">{named && depot.name}</span>}
    </div>
  );
}

/** The figure of a shaded division without an outline, on a card in its shade. */
export function AreaSign({ sign: { area, colour, named, x, y, up } }: { sign: PlacedSign }) {
  const style = { left: Math.round(x), top: Math.round(y - up), '--off': `${Math.round(up)}px` };
  return (
    <div className="map-sign" style={style}>
      <span style={{ background: colour }}>
        {named ? area.name : <span className="sr-only">{area.name}</span>}
        <strong>{area.figure}</strong>
      </span>
    </div>
  );
}

/** How many deliveries one line stands for. */
export function RoadCount({ count: { road, x, y } }: { count: PlacedCount }) {
  return (
    <div
      aria-hidden
      className="map-name map-road-count"
      style={{ left: Math.round(x), top: Math.round(y) }}
    >
      <span>{road.shipments}</span>
    </div>
  );
}

export function OutlineName({ name: { name, figure, x, y } }: { name: PlacedName }) {
  return (
    <div className="map-name" style={{ left: Math.round(x), top: Math.round(y) }}>
      <span>
        {name}
        {figure !== undefined && <strong>{figure}</strong>}
      </span>
    </div>
  );
}
