/** Canvas knows no CSS variables: the tokens of tokens.css by value, held equal by palette.test.ts. */
export const palette = {
  paper: '#faf7f1',
  sheet: '#ffffff',
  mist: '#f3eee4',
  line: '#e2dacb',
  edge: '#877b6a',
  ink: '#221e18',
  'ink-soft': '#5c5448',
  persimmon: '#b8420f',
  bamboo: '#2c673f',
  amber: '#7d5200',
  brick: '#9e221c',
} as const;

export const fillClasses = ['nothing_asked', 'none', 'under_half', 'over_half', 'met'] as const;
export type FillClass = (typeof fillClasses)[number];

/** @param fill 0 to 100: how much of the need is met; null where nothing is asked for. */
export function fillClassOf(fill: number | null): FillClass {
  if (fill === null) return 'nothing_asked';
  if (fill <= 0) return 'none';
  if (fill >= 100) return 'met';
  return fill < 50 ? 'under_half' : 'over_half';
}

/** Each at least 3:1 on the map's grounds. The wedge of the mark says the same without colour. */
export const fillColours: Record<FillClass, string> = {
  nothing_asked: palette.edge,
  none: palette.brick,
  under_half: '#bb6a12',
  over_half: '#5f8a3a',
  met: palette.bamboo,
};

/** Shades of an area from least to most. Each carries its figure in words as well. */
export const shadeColours = ['#fbeadb', '#f5d3b7', '#ecb58c', '#df9263', '#cb6d3c'] as const;

/** Upper bounds of the shades by quantiles of what is there; fewer where values are equal. */
export function shadeSteps(values: readonly number[]): number[] {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  const steps = shadeColours.map(
    (_, at) => sorted[Math.ceil(((at + 1) / shadeColours.length) * sorted.length) - 1],
  );
  return [...new Set(steps)].filter((step) => step !== undefined);
}

export function shadeOf(value: number, steps: readonly number[]): string {
  const at = steps.findIndex((step) => value <= step);
  const of = at < 0 ? steps.length - 1 : at;
  const spread = steps.length < 2 ? 0 : of / (steps.length - 1);
  return shadeColours[Math.round(spread * (shadeColours.length - 1))] ?? shadeColours[0];
}
