import type { MapAnswer } from '~/domain/map';
import type { LegendWords } from './legend-words';
import {
  paintDepot,
  paintMark,
  paintOverlay,
  paintRoad,
  type MarkOptions,
  type Overlay,
} from './paint-marks';
import { mapFont, paintGround } from './paint-outlines';
import { palette } from './palette';
import type { View } from './projection';
import type { Ground } from './shades';

export interface PictureWords {
  title: string;
  /** Day, and what else must be known of the picture. */
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
  words: PictureWords;
}

const RATIO = 2;
const MARGIN = 24;
const HEAD = 84;
const LEGEND_ROW = 32;
const LEGEND_COLUMN = 210;
const FOOT = 40;

/**
 * The map as one picture with title, day, legend and attribution, drawn from its data: tiles of an outside service would
 * make it unreadable for the page, so it stands on the outlines.
 */
export function drawPicture(picture: Picture): HTMLCanvasElement {
  const { view, ground, overlay, options, words } = picture;
  const entries = legendEntries(picture);
  const columns = Math.max(1, Math.floor((view.width - MARGIN) / LEGEND_COLUMN));
  const legendHeight = Math.ceil(entries.length / columns) * LEGEND_ROW + MARGIN;
  const [width, height] = [view.width + 2 * MARGIN, HEAD + view.height + legendHeight + FOOT];
  const canvas = document.createElement('canvas');
  canvas.width = width * RATIO;
  canvas.height = height * RATIO;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser draws no pictures');
  context.scale(RATIO, RATIO);
  context.fillStyle = palette.paper;
  context.fillRect(0, 0, width, height);
  head(context, words);
  context.save();
  context.translate(MARGIN, HEAD);
  context.beginPath();
  context.rect(0, 0, view.width, view.height);
  context.clip();
  context.fillStyle = '#eef1ee';
  context.fillRect(0, 0, view.width, view.height);
  if (ground) paintGround(context, view, { ...ground, overTiles: false });
  paintOverlay(context, view, overlay, options);
  context.restore();
  context.strokeStyle = palette.line;
  context.lineWidth = 1;
  context.strokeRect(MARGIN, HEAD, view.width, view.height);
  entries.forEach((entry, at) => {
    const x = MARGIN + (at % columns) * LEGEND_COLUMN + 16;
    const y = HEAD + view.height + MARGIN + Math.floor(at / columns) * LEGEND_ROW + 4;
    entry.draw(context, x, y);
    text(context, entry.words, x + 24, y, mapFont(13), palette.ink);
  });
  const foot = words.attribution.join('　');
  text(context, foot, MARGIN, height - FOOT / 2, mapFont(12), palette['ink-soft']);
  return canvas;
}

function head(context: CanvasRenderingContext2D, { title, lead }: PictureWords): void {
  text(context, title, MARGIN, 32, mapFont(24, 600), palette.ink);
  text(context, lead, MARGIN, 62, mapFont(14), palette['ink-soft']);
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

const samples = { none: 0, under_half: 30, over_half: 70, met: 100 } as const;

function legendEntries({ answer, words: { legend } }: Picture): Entry[] {
  const centre = (fill: number, rough = false, onTheRoad = false): Entry['draw'] => {
    const sample = {
      kind: 'centre' as const,
      id: '',
      name: '',
      longitude: 0,
      latitude: 0,
      persons: 0,
      reached: true,
      precision: rough ? ('township' as const) : ('pinned' as const),
      fill,
      onTheRoad,
    };
    return (context, x, y) => paintMark(context, x, y, sample);
  };
  const road =
    (late: boolean): Entry['draw'] =>
    (context, x, y) =>
      paintRoad(context, [x - 14, y], [x + 16, y], { status: 'dispatched', late });
  return [
    ...(['none', 'under_half', 'over_half', 'met'] as const).map((fill) => ({
      words: legend[fill],
      draw: centre(samples[fill]),
    })),
    { words: legend.rough, draw: centre(0, true) },
    { words: legend.onTheRoad, draw: centre(0, false, true) },
    ...(answer.depots.length > 0
      ? [
          {
            words: legend.depot,
            draw: (context: CanvasRenderingContext2D, x: number, y: number) =>
              paintDepot(context, [x, y], { name: '' }),
          },
        ]
      : []),
    ...(answer.roads.length > 0
      ? [
          { words: legend.moving, draw: road(false) },
          { words: legend.late, draw: road(true) },
        ]
      : []),
  ];
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
