/**
 * Sizes as they stand on labels. Sources: GB/T 1335.1-2008, 1335.2-2008 (adults' garments: height/girth and body type,
 * height by 5 cm, chest by 4, waist by 4 or 2), GB/T 1335.3-2009 (children: height alone), GB/T 3293.1-1998 (shoes:
 * foot length in mm, by 5). Nothing here knows which items there are; an item names its scheme.
 */
export const sizeSchemes = ['none', 'child_height', 'adult_garment', 'shoe_mm'] as const;
export type SizeScheme = (typeof sizeSchemes)[number];

/** What an adult size's second figure measures: tops and sets go by the chest, trousers by the waist. */
export type Girth = 'chest' | 'waist';

interface Grid {
  from: number;
  to: number;
  step: number;
}

const childHeight: Grid = { from: 100, to: 170, step: 5 };
const adultHeight: Grid = { from: 145, to: 190, step: 5 };
const adultGirth: Record<Girth, Grid> = {
  chest: { from: 68, to: 124, step: 4 },
  waist: { from: 50, to: 116, step: 2 },
};
const shoeLength: Grid = { from: 110, to: 300, step: 5 };

function isOn(grid: Grid, value: number): boolean {
  return value >= grid.from && value <= grid.to && (value - grid.from) % grid.step === 0;
}

/** '１７０／８８ａ' as '170/88A'; units that people add are dropped. */
function tidy(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
}

/**
 * The size as it is stored, or undefined when it is off the scheme: '' for no scheme, '120' (cm), '170/88A', '245' (mm).
 * `girth` says what the second figure of an adult size measures.
 */
export function parseSize(
  scheme: SizeScheme,
  text: string,
  girth: Girth = 'chest',
): string | undefined {
  const size = tidy(text);
  switch (scheme) {
    case 'none':
      return size === '' ? '' : undefined;
    case 'child_height':
      return onGrid(childHeight, /^(\d{3})(?:CM)?$/.exec(size)?.[1]);
    case 'shoe_mm':
      return onGrid(shoeLength, /^(\d{3})(?:MM)?$/.exec(size)?.[1]);
    case 'adult_garment': {
      const adult = readAdult(size);
      const fits = adult && isOn(adultHeight, adult.height) && isOn(adultGirth[girth], adult.girth);
      return fits ? size : undefined;
    }
  }
}

function onGrid(grid: Grid, digits: string | undefined): string | undefined {
  return digits !== undefined && isOn(grid, Number(digits)) ? digits : undefined;
}

interface AdultSize {
  height: number;
  girth: number;
  /** Chest less waist, slim to full: Y, A, B, C. */
  body: string;
}

function readAdult(size: string): AdultSize | undefined {
  const [, height, girth, body] = /^(\d{3})\/([1-9]\d{1,2})([YABC])$/.exec(size) ?? [];
  if (!height || !girth || !body) return undefined;
  return { height: Number(height), girth: Number(girth), body };
}

/** The columns of a size matrix, smallest first; a scheme may allow more than what is common. */
export function commonSizes(scheme: SizeScheme): string[] {
  switch (scheme) {
    case 'none':
      return [];
    case 'child_height':
      return steps({ ...childHeight, step: 10 });
    case 'shoe_mm':
      return steps({ from: 160, to: 270, step: 5 });
    case 'adult_garment':
      return [...commonAdultSizes];
  }
}

/** Every size of a scheme, smallest first. */
export function allSizes(scheme: SizeScheme): string[] {
  switch (scheme) {
    case 'none':
      return [];
    case 'child_height':
      return steps(childHeight);
    case 'shoe_mm':
      return steps(shoeLength);
    case 'adult_garment':
      return steps(adultHeight).flatMap((height) =>
        steps(adultGirth.chest).flatMap((girth) =>
          ['Y', 'A', 'B', 'C'].map((body) => `${height}/${girth}${body}`),
        ),
      );
  }
}

/** Body type A, the one that stores order: each height with its usual girths. */
const commonAdultSizes = [
  '150/76A',
  '155/80A',
  '160/84A',
  '165/88A',
  '170/92A',
  '175/96A',
  '180/100A',
  '185/104A',
] as const;

function steps(grid: Grid): string[] {
  const count = Math.floor((grid.to - grid.from) / grid.step) + 1;
  return Array.from({ length: count }, (_, at) => String(grid.from + at * grid.step));
}

/** For sorting sizes of one scheme: by height, girth, then body from slim to full. Sizes off the scheme come last. */
export function compareSizes(scheme: SizeScheme, a: string, b: string): number {
  const [left, right] = [sortKey(scheme, a), sortKey(scheme, b)];
  for (const [at, value] of left.entries()) {
    const difference = value - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a < b ? -1 : Number(a > b);
}

const OFF_SCHEME = 1_000_000;

function sortKey(scheme: SizeScheme, size: string): [number, number, number] {
  if (scheme === 'adult_garment') {
    const adult = readAdult(size);
    return adult ? [adult.height, adult.girth, 'YABC'.indexOf(adult.body)] : [OFF_SCHEME, 0, 0];
  }
  return [/^\d{3}$/.test(size) ? Number(size) : OFF_SCHEME, 0, 0];
}

/** Children's wear is made by 10 cm up to 130 and by 5 or 10 above: the next size is at most this much taller. */
const CHILD_NEXT = 10;

/**
 * Whether `offered` is the next size up from `wanted`, which may serve where the request says so. Children: up to 10 cm
 * taller. Adults: same body type, height and girth each the same or one step more, not both the same. Shoes: 5 mm longer.
 */
export function isOneLarger(scheme: SizeScheme, wanted: string, offered: string): boolean {
  if (parseSize(scheme, wanted) !== wanted || parseSize(scheme, offered) !== offered) return false;
  switch (scheme) {
    case 'none':
      return false;
    case 'child_height':
      return isMore(Number(offered) - Number(wanted), CHILD_NEXT);
    case 'shoe_mm':
      return isMore(Number(offered) - Number(wanted), shoeLength.step);
    case 'adult_garment': {
      const [from, to] = [readAdult(wanted), readAdult(offered)];
      if (!from || !to || from.body !== to.body || wanted === offered) return false;
      const taller = to.height - from.height;
      const wider = to.girth - from.girth;
      return isAtMost(taller, adultHeight.step) && isAtMost(wider, adultGirth.chest.step);
    }
  }
}

function isAtMost(difference: number, limit: number): boolean {
  return difference >= 0 && difference <= limit;
}

function isMore(difference: number, limit: number): boolean {
  return difference > 0 && difference <= limit;
}
