import { contains, depthOf } from './division';

/** A GeoNames place: a romanised name, WGS-84, and the digits of the prefecture or province it lies in. */
export interface Town {
  name: string;
  lat: number;
  lng: number;
  area: string;
  /** Where a person has matched it. */
  divisionCode?: string;
}
export interface NamedDivision {
  code: string;
  /** Ways to type its name in pinyin, with its title and without. */
  readings: readonly string[];
}
export interface TownOfDivision {
  code: string;
  town: Town;
}

/**
 * Which division each town surely stands for: by hand, else the one county, else the one township, of its prefecture (or
 * province) whose name reads the same. A name that several bear, or two towns of one name, are left out: no point is
 * better than a wrong one. A county that no town bears the name of takes the one town found among its townships, which
 * is nearly always its seat; of several it takes none.
 */
export function matchTowns(
  towns: readonly Town[],
  divisions: readonly NamedDivision[],
): TownOfDivision[] {
  const found = new Map<string, Town>();
  const twice = new Set<string>();
  const byHand = new Set(towns.flatMap(({ divisionCode }) => divisionCode ?? []));
  for (const town of towns) {
    const code = town.divisionCode ?? divisionOf(town, divisions);
    if (code === undefined || (byHand.has(code) && !town.divisionCode)) continue;
    if (found.has(code)) twice.add(code);
    found.set(code, town);
  }
  for (const code of twice) found.delete(code);
  for (const { code } of divisions) {
    if (depthOf(code) !== 3 || found.has(code)) continue;
    const inside = [...found].filter(([of]) => depthOf(of) === 4 && contains(code.slice(0, 6), of));
    const [only] = inside;
    if (only && inside.length === 1) found.set(code, only[1]);
  }
  return [...found].map(([code, town]) => ({ code, town }));
}

function divisionOf(town: Town, divisions: readonly NamedDivision[]): string | undefined {
  const typed = town.name.toLowerCase().replaceAll(/[^a-z]/g, '');
  const bare = typed.replace(/(chengxiangzhen|zhen|xian|shi|qu)$/, '');
  for (const depth of [3, 4]) {
    const alike = divisions.filter(
      ({ code, readings }) =>
        depthOf(code) === depth &&
        contains(town.area, code) &&
        readings.some((reading) => reading === typed || reading === bare),
    );
    if (alike.length === 1) return alike[0]?.code;
    if (alike.length > 1) return undefined;
  }
  return undefined;
}
