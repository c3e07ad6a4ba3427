import type { AreaShade } from '~/domain/map';
import type { Outline } from './outlines';
import { shadeOf, shadeSteps } from './palette';

export interface Ground {
  prefectures: readonly Outline[];
  counties: readonly Outline[];
  areas: readonly AreaShade[];
  /** Tiles lie below: no land is painted, and outlines only where they are shaded. */
  overTiles: boolean;
}

export interface Shade {
  area: AreaShade;
  colour: string;
}

/** By 12-digit code. */
export function shadesOf(areas: readonly AreaShade[]): Map<string, Shade> {
  const steps = shadeSteps(areas.map(({ value }) => value));
  return new Map(
    areas.map((area) => [
      area.divisionCode.padEnd(12, '0'),
      { area, colour: shadeOf(area.value, steps) },
    ]),
  );
}
