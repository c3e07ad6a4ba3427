import { greatCircleKm } from '~/domain/distance';
import { depthOf, divisionPrefix, parentOf } from '~/domain/division';
import { readingsOf, typedNames, type ReadingTable } from '~/domain/pinyin';

export interface Town {
  name: string;
  lat: number;
  lng: number;
  /** Digits of the prefecture it lies in, or of the province alone. */
  area: string;
  divisionCode?: string;
}

export interface NamedDivision {
  code: string;
  name: string;
}

export interface MatchedPoint {
  code: string;
  latitude: number;
  longitude: number;
  town: string;
  how: MatchedBy;
}

/** By hand or as a prefecture's seat; by the division's own name; a county by the name of its seat. */
export type MatchedBy = 'seat' | 'name' | 'seat_town';

/** Seats elsewhere than custom has it: 番禺, 曲江, 斗门, 澄海, 开平, 电白, 海丰, 清新, 潮安, 陆川, 环江. */
const SEATS: Record<string, string> = {
  '440113000000': '440113007000',
  '440205000000': '440205100000',
  '440403000000': '440403107000',
  '440515000000': '440515003000',
  '440783000000': '440783002000',
  '440904000000': '440904003000',
  '441521000000': '441521115000',
  '441803000000': '441803102000',
  '445103000000': '445103110000',
  '450922000000': '450922101000',
  '451226000000': '451226100000',
};

/** A town further than this from its county's own point is a namesake. */
const FARTHEST_TOWN_KM = 80;

/**
 * Divisions whose romanised name is that of exactly one place in their prefecture, and which are the only ones there of
 * that name. A county that is not found so is put at its first street or else its first town, where its seat is by custom.
 * A place that bears a prefecture's or county's name is their seat, and no other township of that name.
 */
export function matchTowns(
  towns: readonly Town[],
  divisions: readonly NamedDivision[],
  readings: ReadingTable,
): MatchedPoint[] {
  const points = new Map<string, MatchedPoint>();
  const seats = seatsOf(divisions);
  const taken = new Map<Town, string>();
  const add = (code: string, town: Town, how: MatchedBy) => {
    if (points.has(code)) return;
    if (!taken.has(town)) taken.set(town, code);
    points.set(code, { code, latitude: town.lat, longitude: town.lng, town: town.name, how });
  };
  for (const town of towns) if (town.divisionCode) add(town.divisionCode, town, 'seat');
  for (const depth of [3, 4]) {
    const named = byAreaAndName(divisions, depth, readings);
    for (const [key, found] of byKey(towns)) {
      const [code, ...others] = named.get(key) ?? [];
      const [town, ...namesakes] = found;
      if (!code || others.length > 0 || !town || namesakes.length > 0) continue;
      const county = parentOf(code) ?? '';
      if (taken.has(town) && (taken.get(town) !== county || seats.get(county) !== code)) continue;
      if (depth === 4 && isTooFar(town, points.get(county))) continue;
      add(code, town, 'name');
    }
  }
  for (const [county, code] of seats) {
    const seat = points.get(code);
    if (seat) add(county, asTown(seat), 'seat_town');
  }
  return [...points.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** The township that each county's seat is in, by its code. */
function seatsOf(divisions: readonly NamedDivision[]): Map<string, string> {
  const known = new Set(divisions.map(({ code }) => code));
  const counties = divisions.filter(({ code }) => depthOf(code) === 3);
  return new Map(
    counties.map(({ code }) => {
      const [street, town] = ['001000', '100000'].map((rest) => divisionPrefix(code) + rest);
      return [code, SEATS[code] ?? (street && known.has(street) ? street : (town ?? ''))];
    }),
  );
}

function asTown({ town, latitude, longitude, code }: MatchedPoint): Town {
  return { name: town, lat: latitude, lng: longitude, area: code.slice(0, 4) };
}

function isTooFar(town: Town, county: MatchedPoint | undefined): boolean {
  if (!county) return false;
  return greatCircleKm({ latitude: town.lat, longitude: town.lng }, county) > FARTHEST_TOWN_KM;
}

/** 'Rong’an' and 'Qinbeiqu' as their letters. */
const letters = (name: string) => name.toLowerCase().replaceAll(/[^a-z]/g, '');

function byKey(towns: readonly Town[]): Map<string, Town[]> {
  const groups = new Map<string, Town[]>();
  for (const town of towns) {
    if (town.area.length < 4) continue;
    const key = `${town.area} ${letters(town.name)}`;
    groups.set(key, [...(groups.get(key) ?? []), town]);
  }
  return groups;
}

function byAreaAndName(
  divisions: readonly NamedDivision[],
  depth: number,
  readings: ReadingTable,
): Map<string, string[]> {
  const named = new Map<string, string[]>();
  for (const { code, name } of divisions) {
    if (depthOf(code) !== depth) continue;
    const typed = typedNames(name, depth).flatMap((text) => readingsOf(text, readings));
    for (const pinyin of new Set(typed.map((one) => one.pinyin.replaceAll('v', 'u')))) {
      const key = `${code.slice(0, 4)} ${pinyin}`;
      named.set(key, [...(named.get(key) ?? []), code]);
    }
  }
  return named;
}
