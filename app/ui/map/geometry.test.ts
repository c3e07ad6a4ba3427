import { describe, expect, it } from 'vitest';
import { fillClassOf, fillColours, palette, shadeOf, shadeSteps } from './palette';
import { middleOf } from './outlines';
import { pathTransform, toPath, toScreen, toWorld, worldPixels } from './projection';
import { spreadMarks } from './spread';
import { covers, widened } from './use-map-answer';
import type { MapMark } from '~/domain/map';
import { readFileSync } from 'node:fs';

const hezhou = [111.55, 24.41] as const;

describe('projection', () => {
  it('puts Greenwich and the equator in the middle of the world', () => {
    const [x, y] = toWorld([0, 0]);
    expect(x).toBe(0.5);
    expect(y).toBeCloseTo(0.5, 12);
  });

  // Source: the tile that holds Hezhou, by the published formula of slippy map tile names.
  it('finds the tile of Hezhou', () => {
    const [x, y] = toWorld(hezhou).map((part) => Math.floor(part * 2 ** 10));
    expect([x, y]).toEqual([829, 440]);
  });

  it('lays a path within a fifth of a pixel of its points, at the last zoom', () => {
    const scale = worldPixels(18);
    const [x, y] = toWorld(hezhou);
    const view = { scale, left: x * scale - 300, top: y * scale - 200, width: 600, height: 400 };
    const transform = pathTransform(view);
    const path = toPath(hezhou).map(Math.fround);
    const drawn = [
      transform.x + (path[0] ?? 0) * transform.scale,
      transform.y + (path[1] ?? 0) * transform.scale,
    ];
    const wanted = toScreen(view, hezhou);
    expect(Math.abs((drawn[0] ?? 0) - wanted[0])).toBeLessThan(0.2);
    expect(Math.abs((drawn[1] ?? 0) - wanted[1])).toBeLessThan(0.2);
  });

  it('names a shape at its centre of gravity, that of its largest ring', () => {
    const square = (x: number, y: number, size: number) =>
      [
        [x, y],
        [x + size, y],
        [x + size, y + size],
        [x, y + size],
        [x, y],
      ] as [number, number][];
    expect(middleOf([square(0, 0, 1), square(10, 20, 4)])).toEqual([12, 22]);
  });
});

describe('palette', () => {
  const css = readFileSync('app/styles/tokens.css', 'utf8');
  it.each(Object.entries(palette))('%s is the token', (token, colour) =>
    expect(css).toContain(`--color-${token}: ${colour};`),
  );

  it.each([
    [null, 'nothing_asked'],
    [0, 'none'],
    [1, 'under_half'],
    [49.9, 'under_half'],
    [50, 'over_half'],
    [99, 'over_half'],
    [100, 'met'],
  ] as const)('%s per cent is %s', (fill, name) => expect(fillClassOf(fill)).toBe(name));

  it.each(Object.entries(fillColours))(
    '%s shows on white and on the paper (3)',
    (_name, colour) => {
      for (const ground of [palette.sheet, palette.paper]) {
        const [dark, light] = [luminance(colour), luminance(ground)];
        expect((light + 0.05) / (dark + 0.05)).toBeGreaterThanOrEqual(3);
      }
    },
  );

  it('shades from least to most, and equal values alike', () => {
    const values = [1, 5, 5, 9, 200, 3];
    const steps = shadeSteps(values);
    const shades = [1, 3, 5, 9, 200].map((value) => shadeOf(value, steps));
    expect(new Set(shades).size).toBe(5);
    expect(shadeOf(5, shadeSteps([5, 5]))).toBe(shadeOf(5, shadeSteps([5])));
  });
});

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe('spread', () => {
  const centre = (id: string, persons: number, longitude = 111): MapMark => ({
    kind: 'centre',
    id,
    name: id,
    longitude,
    latitude: 24,
    precision: 'township',
    persons,
    fill: 0,
    onTheRoad: false,
    reached: false,
  });

  it('leaves a mark at its point and lays others of that point around it, apart', () => {
    const marks = Array.from({ length: 30 }, (_, at) => centre(`c${at}`, at));
    const placed = spreadMarks([...marks, centre('alone', 7, 112)]);
    expect(placed.find(({ mark }) => mark.id === 'alone')?.offset).toEqual([0, 0]);
    expect(placed[0]?.mark.id).toBe('c29');
    for (const one of placed) {
      for (const other of placed) {
        if (one === other || one.mark.longitude !== other.mark.longitude) continue;
        const away = Math.hypot(one.offset[0] - other.offset[0], one.offset[1] - other.offset[1]);
        expect(away).toBeGreaterThan(14);
      }
    }
  });
});

describe('windows', () => {
  const window = { west: 110, south: 24, east: 112, north: 25, zoom: 9 };
  it('a widened window covers its own, and no other zoom', () => {
    expect(covers(widened(window), window)).toBe(true);
    expect(covers(window, widened(window))).toBe(false);
    expect(covers(widened(window), { ...window, zoom: 10 })).toBe(false);
  });
  it('a widened world stays the world', () => {
    expect(widened({ west: -180, south: -85, east: 180, north: 85, zoom: 0 })).toEqual({
      west: -180,
      south: -85,
      east: 180,
      north: 85,
      zoom: 0,
    });
  });
});
