import type { Point } from '../coordinates';
import { countyCode } from '../division';
import type { AreaShade, ShadeLevel, Shading } from '../map';
import { fillPercent } from './centre-figures';
import type { SeenCentre } from './seen';

/**
 * What prefectures or counties are shaded by: the sums of their centres' figures. Without fill or need an area is left
 * out of that shading, as white and 0 % would say the same. Dongguan and Zhongshan have no counties and stand for both.
 */
export function areaShades(
  centres: readonly SeenCentre[],
  shading: Shading,
  level: ShadeLevel,
  nameOf: (divisionCode: string) => string,
  pointOf: (divisionCode: string) => Point | undefined,
): AreaShade[] {
  if (shading === 'none') return [];
  const sums = new Map<string, { persons: number; weight: number; met: number; value: number }>();
  for (const { place, persons, weight, met, valueFen } of centres) {
    const code = areaOf(place.divisionCode, level);
    const sum = sums.get(code) ?? { persons: 0, weight: 0, met: 0, value: 0 };
    sum.persons += persons;
    sum.weight += weight;
    sum.met += met;
    sum.value += valueFen;
    sums.set(code, sum);
  }
  const areas: AreaShade[] = [];
  for (const [divisionCode, { persons, weight, met, value }] of sums) {
    const shade = { need: persons, fill: fillPercent(met, weight), value: Math.round(value) };
    const shown = shade[shading];
    if (shown === null || (shading !== 'fill' && shown === 0)) continue;
    areas.push({
      divisionCode,
      name: nameOf(divisionCode),
      value: shown,
      ...pointOf(divisionCode),
    });
  }
  return areas.sort((a, b) => (a.divisionCode < b.divisionCode ? -1 : 1));
}

function areaOf(divisionCode: string, level: ShadeLevel): string {
  const digits = level === 'county' ? countyCode(divisionCode) : divisionCode.slice(0, 4);
  return digits.padEnd(12, '0');
}
