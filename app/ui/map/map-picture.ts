import type { MapAnswer } from '~/domain/map';
import { linesOf, widthOf } from './aside';
import { entriesOf, type LegendWords } from './legend-words';
import {
  countInside,
  paintDepot,
  paintMark,
  paintOverlay,
  paintSign,
  type MarkOptions,
  type Overlay,
} from './paint-marks';
import { paintGround } from './paint-ground';
import { paintRoad } from './paint-roads';
import { mapFont } from './paint-words';
import { palette, shadeColours } from './palette';
import type { View } from './projection';
import type { Ground } from './shades';

export interface PictureWords {
  title: string;
  /** Day, filters, and what else must be known of the picture. */
  lead: string;
  legend: LegendWords;
  attribution: readonly string[];
}

export interface Picture {
  view: View;
  ground: Ground | undefined;
  overlay: Overlay;
  options: MarkOptions;
  answer: MapAnswer;
  /** As the legend's. */
  live: boolean;
  counties: boolean;
  words: PictureWords;
}

const RATIO = 2;
const MARGIN = 24;
const TITLE_LINE = 32;
const LEAD_LINE = 22;
const LEGEND_ROW = 32;
/** Its sign, and some room. */
const LEGEND_SIGN = 56;
/** At least. */
const LEGEND_COLUMN = 150;
const FOOT_LINE = 20;

/**
 * The map as one picture with title, day, legend and attribution, drawn from its data: tiles of an outside service would
 * make it unreadable for the page, so it stands on the outlines.
 */
export function drawPicture(picture: Picture): HTMLCanvasElement {
  const { view, ground, overlay, options, words } = picture;
  const legend = placedLegend(legendEntries(picture), view.width);
  const lead = linesOf(words.lead, view.width, 14);
  const title = linesOf(words.title, view.width, 24);
  const leadTop = MARGIN + title.length * TITLE_LINE + 4;
  const top = leadTop + lead.length * LEAD_LINE + 8;
  const foot = words.attribution.flatMap((part) => linesOf(part, view.width, 12));
  const footHeight = (foot.length + 1) * FOOT_LINE;
  const legendHeight = ((legend.at(-1)?.row ?? 0) + 1) * LEGEND_ROW + MARGIN;
  const [width, height] = [view.width + 2 * MARGIN, top + view.height + legendHeight + footHeight];
  const canvas = document.createElement('canvas');
  canvas.role = 'img';
  canvas.ariaLabel = `${words.title}　${words.lead}`;
  canvas.width = width * RATIO;
  canvas.height = height * RATIO;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser draws no pictures');
  context.scale(RATIO, RATIO);
  context.fillStyle = palette.paper;
  context.fillRect(0, 0, width, height);
  title.forEach((line, at) => {
    const y = MARGIN + (at + 0.5) * TITLE_LINE;
    text(context, line, MARGIN, y, mapFont(24, 600), palette.ink);
  });
  lead.forEach((line, at) => {
    const y = leadTop + (at + 0.5) * LEAD_LINE;
    text(context, line, MARGIN, y, mapFont(14), palette['ink-soft']);
  });
  context.save();
  context.translate(MARGIN, top);
  context.beginPath();
  context.rect(0, 0, view.width, view.height);
  context.clip();
  context.fillStyle = '#eef1ee';
  context.fillRect(0, 0, view.width, view.height);
  if (ground) paintGround(context, view, ground);
  paintOverlay(context, view, ground, overlay, options);
  context.restore();
  context.strokeStyle = palette.line;
  context.lineWidth = 1;
  context.strokeRect(MARGIN, top, view.width, view.height);
  for (const { entry, left, row } of legend) {
    const x = MARGIN + left + 16;
    const y = top + view.height + MARGIN + row * LEGEND_ROW + 4;
    entry.draw(context, x, y);
    text(context, entry.words, x + 24, y, mapFont(13), palette.ink);
  }
  foot.forEach((line, at) => {
    const y = height - footHeight + (at + 0.5) * FOOT_LINE;
    text(context, line, MARGIN, y, mapFont(12), palette['ink-soft']);
  });
  return canvas;
}

function text(
  context: CanvasRenderingContext2D,
  words: string,
  x: number,
  y: number,
  font: string,
  colour: string,
): void {
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.font = font;
  context.fillStyle = colour;
  context.fillText(words, x, y);
}

interface Entry {
  words: string;
  draw: (context: CanvasRenderingContext2D, x: number, y: number) => void;
}

/** In columns; long words take several. */
function placedLegend(entries: readonly Entry[], width: number) {
  const columns = Math.max(1, Math.floor(width / LEGEND_COLUMN));
  const columnWidth = width / columns;
  let next = 0;
  return entries.map((entry) => {
    const wanted = Math.ceil((widthOf(entry.words, 13) + LEGEND_SIGN) / columnWidth);
    const span = Math.min(columns, wanted);
    if ((next % columns) + span > columns) next += columns - (next % columns);
    const at = next;
    next += span;
    return { entry, left: (at % columns) * columnWidth, row: Math.floor(at / columns) };
  });
}

function legendEntries({ answer, live, counties, words }: Picture): Entry[] {
  return entriesOf(answer, live, counties).map((name) => ({
    words: words.legend[name],
    draw: (context, x, y) => drawSample(context, x, y, name),
  }));
}

const EVERYWHERE = { width: Infinity, height: Infinity };
const samples = { none: 0, under_half: 30, over_half: 70, met: 100, rough: 0, onTheRoad: 0 };

function drawSample(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  name: keyof LegendWords,
): void {
  if (name === 'moving' || name === 'late') {
    paintRoad(context, EVERYWHERE, [x - 14, y], [x + 16, y], name);
  } else if (name === 'depot') paintDepot(context, [x, y], '');
  else if (name === 'shading') {
    shadeColours.forEach((colour, at) => {
      context.fillStyle = colour;
      context.fillRect(x - 15 + at * 6, y - 6, 6, 12);
    });
  } else if (name === 'sign') {
    const area = { divisionCode: '', name: '', value: 0, figure: '8' };
    paintSign(context, { area, colour: shadeColours[1], named: false, x, y: y + 10, up: 0 });
  } else if (name === 'cluster') {
    const none = { id: 0, longitude: 0, latitude: 0, centres: 8, persons: 8, expandTo: 0 };
    paintMark(context, x, y, { kind: 'cluster', ...none, fill: 30 });
    countInside(context, x, y, '8');
  } else {
    const place = { id: '', name: '', longitude: 0, latitude: 0, persons: 0, reached: true };
    paintMark(context, x, y, {
      kind: 'centre',
      ...place,
      precision: name === 'rough' ? 'county' : 'pinned',
      fill: samples[name],
      onTheRoad: name === 'onTheRoad',
    });
  }
}

/** Offers a picture as a file. */
export function savePicture(canvas: HTMLCanvasElement, name: string): Promise<boolean> {
  return new Promise((resolve) => {
    canvas.toBlob((blob) => {
      if (!blob) return resolve(false);
      const link = document.createElement('a');
      link.href = URL.createObjectURL(blob);
      link.download = `${name}.png`;
      link.click();
      // The browser has taken the file by then.
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
      resolve(true);
    }, 'image/png');
  });
}
