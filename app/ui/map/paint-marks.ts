import type { DepotMark, MapMark, RoadLine } from '~/domain/map';
import { fillClassOf, fillColours, palette } from './palette';
import { widthOf } from './aside';
import { lonLatOf, radiusOf } from './mark-size';
import { layOut, type PlacedSign } from './layout';
import { paintRoad } from './paint-roads';
import { mapFont, paintNames, write } from './paint-words';
import { toScreen, worldPixels, type LonLat, type View } from './projection';
import { roadState } from './roads';
import type { Ground } from './shades';
import type { PlacedMark } from './spread';

export interface Overlay {
  marks: readonly PlacedMark[];
  depots: readonly DepotMark[];
  roads: readonly RoadLine[];
}

export interface MarkOptions {
  place: (point: LonLat) => LonLat;
  /** The figure in a cluster. */
  inside: (mark: MapMark & { kind: 'cluster' }) => string;
  /** The centre whose panel is open. */
  picked?: string | undefined;
}

/** Everything over the ground: deliveries, depots, centres and clusters, the largest need on top. */
export function paintOverlay(
  context: CanvasRenderingContext2D,
  view: View,
  ground: Ground | undefined,
  { marks, depots, roads }: Overlay,
  { place, inside, picked }: MarkOptions,
): void {
  const at = (point: LonLat) => toScreen(view, place(point));
  const spot = (point: LonLat) => {
    const [x, y] = at(point);
    return { x, y };
  };
  const layout = layOut(
    { ground, marks, depots, roads },
    spot,
    Math.log2(view.scale / worldPixels(0)),
  );
  paintNames(context, layout.names);
  for (const { x, y, down } of layout.depots) paintStem(context, x, y, y + down);
  for (const { x, y, up } of layout.signs) paintStem(context, x, y, y - up);
  for (const road of roads) paintRoad(context, view, at(road.from), at(road.to), roadState(road));
  for (const { mark, offset } of marks.toReversed()) {
    const point = at(lonLatOf(mark));
    const [x, y] = [point[0] + offset[0], point[1] + offset[1]];
    if (x < -40 || y < -40 || x > view.width + 40 || y > view.height + 40) continue;
    paintMark(context, x, y, mark);
    if (mark.kind === 'cluster') countInside(context, x, y, inside(mark));
    else if (mark.id === picked) ringAround(context, x, y, radiusOf(mark) + 5);
  }
  for (const { depot, named, x, y, down } of layout.depots) {
    paintDepot(context, [x, y + down], named ? depot.name : '');
  }
  for (const sign of layout.signs) paintSign(context, sign);
}

/** A disc whose wedge, clockwise from the top, is the share met; whole and ticked when all of it is. */
export function paintMark(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  mark: MapMark,
): void {
  const radius = radiusOf(mark);
  const colour = fillColours[fillClassOf(mark.fill)];
  disc(context, x, y, radius + 1.5, 'rgb(255 255 255 / 0.9)');
  disc(context, x, y, radius, palette.sheet);
  if (mark.kind === 'cluster') paintRing(context, x, y, radius, mark.fill, colour);
  else paintWedge(context, x, y, radius, mark, colour);
}

function paintRing(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  fill: number | null,
  colour: string,
): void {
  const width = 5;
  arc(context, x, y, radius - width / 2, 1, palette.line, width);
  arc(context, x, y, radius - width / 2, (fill ?? 0) / 100, colour, width);
  arc(context, x, y, radius, 1, colour, 1.5);
}

function paintWedge(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  mark: MapMark & { kind: 'centre' },
  colour: string,
): void {
  const fill = mark.fill ?? 0;
  if (fill > 0) {
    context.beginPath();
    context.moveTo(x, y);
    context.arc(x, y, radius, -Math.PI / 2, -Math.PI / 2 + (fill / 100) * 2 * Math.PI);
    context.closePath();
    context.fillStyle = colour;
    context.fill();
  }
  // A place that nobody has pinned stands at its township's or county's point: a broken rim says so.
  context.setLineDash(mark.precision === 'pinned' ? [] : [3, 2.5]);
  arc(context, x, y, radius, 1, colour, 2.25);
  context.setLineDash([]);
  if (fill >= 100) tick(context, x, y, radius * 0.5);
  if (mark.onTheRoad) paintArrow(context, x + radius * 0.8, y - radius * 0.8);
}

function tick(context: CanvasRenderingContext2D, x: number, y: number, size: number): void {
  context.beginPath();
  context.moveTo(x - size, y);
  context.lineTo(x - size * 0.2, y + size * 0.75);
  context.lineTo(x + size, y - size * 0.7);
  context.strokeStyle = palette.sheet;
  context.lineWidth = 2.25;
  context.lineCap = 'round';
  context.stroke();
  context.lineCap = 'butt';
}

/** Goods are on the road to it. */
function paintArrow(context: CanvasRenderingContext2D, x: number, y: number): void {
  disc(context, x, y, 6, palette.ink);
  context.beginPath();
  context.moveTo(x - 3, y);
  context.lineTo(x + 3, y);
  context.moveTo(x, y - 2.5);
  context.lineTo(x + 3, y);
  context.lineTo(x, y + 2.5);
  context.strokeStyle = palette.sheet;
  context.lineWidth = 1.5;
  context.stroke();
}

export function countInside(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  text: string,
): void {
  context.font = mapFont(text.length > 3 ? 11 : 13, 600);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = palette.ink;
  context.fillText(text, x, y + 0.5);
}

function ringAround(context: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  arc(context, x, y, radius, 1, palette.sheet, 5);
  arc(context, x, y, radius, 1, palette.ink, 2.5);
}

export function paintDepot(
  context: CanvasRenderingContext2D,
  [x, y]: readonly [number, number],
  name: string,
): void {
  context.beginPath();
  context.moveTo(x - 11, y + 9);
  context.lineTo(x - 11, y - 3);
  context.lineTo(x, y - 11);
  context.lineTo(x + 11, y - 3);
  context.lineTo(x + 11, y + 9);
  context.closePath();
  context.fillStyle = palette.ink;
  context.strokeStyle = palette.sheet;
  context.lineWidth = 2;
  context.stroke();
  context.fill();
  context.fillStyle = palette.sheet;
  context.fillRect(x - 5, y, 10, 9);
  if (!name) return;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  write(context, name, x, y + 19, mapFont(12, 600), palette.ink);
}

function paintStem(context: CanvasRenderingContext2D, x: number, from: number, to: number): void {
  context.beginPath();
  context.moveTo(x, from);
  context.lineTo(x, to);
  context.strokeStyle = palette['ink-soft'];
  context.lineWidth = 1;
  context.stroke();
}

/** As the map's own signs: a card in the shade, its rim broken because its place is not exact. */
export function paintSign(
  context: CanvasRenderingContext2D,
  { area: { name, figure = '' }, colour, named, x, y, up }: PlacedSign,
): void {
  const halfWidth = Math.max(widthOf(figure, 13), named ? widthOf(name, 13) : 0) / 2 + 7;
  const height = named ? 38 : 20;
  const foot = y - up;
  context.fillStyle = colour;
  context.fillRect(x - halfWidth, foot - height, 2 * halfWidth, height);
  context.strokeStyle = palette.edge;
  context.setLineDash([3, 2]);
  context.strokeRect(x - halfWidth, foot - height, 2 * halfWidth, height);
  context.setLineDash([]);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = palette.ink;
  context.font = mapFont(13);
  if (named) context.fillText(name, x, foot - 28);
  context.font = mapFont(13, 600);
  context.fillText(figure, x, foot - 10);
}

function disc(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  colour: string,
): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = colour;
  context.fill();
}

/** @param share of the whole circle, clockwise from the top. */
function arc(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  share: number,
  colour: string,
  width: number,
): void {
  if (share <= 0) return;
  context.beginPath();
  context.arc(x, y, radius, -Math.PI / 2, -Math.PI / 2 + Math.min(1, share) * 2 * Math.PI);
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
}
