import type { Shading } from '../map';
import { suppressCounts, type PublicCount } from '../suppression';
import { centreFigures, fillPercent } from './centre-figures';
import type { Picture } from './picture';

/** A township or a county as anybody may see it. */
export interface PublicArea {
  /** 12 digits. */
  divisionCode: string;
  /** Persons waiting. */
  waiting: PublicCount;
  /** 0 to 100; null where it is not published. */
  fill: number | null;
  /** Of what has arrived; null where the fill is: beside it, it would tell as much. */
  valueFen: number | null;
  centres: number;
}
export interface PublicCounty extends PublicArea {
  townships: PublicArea[];
}

interface Sums {
  waiting: number;
  weight: number;
  met: number;
  valueFen: number;
  centres: number;
}

const nothing: Sums = { waiting: 0, weight: 0, met: 0, valueFen: 0, centres: 0 };
const sumNames = Object.keys(nothing) as (keyof Sums)[];

/**
 * Needs by county and township, without small groups (rules.md, "Public views": under 5; `threshold` is the parameter).
 * Each figure is published once: a county's number is what `suppressCounts` leaves of its townships', so that no
 * hidden township can be found by subtraction. The share met is published where those waiting and those served
 * are both no small group, and for a county only where it is for each of its townships. There are no filters: two
 * answers that differ by one centre would tell that centre's figures.
 */
export function publicAreas(picture: Picture, threshold: number, today: string): PublicCounty[] {
  const counties = new Map<string, Map<string, Sums>>();
  for (const place of picture.heads.values()) {
    if (place.kind !== 'centre' || (place.endedOn !== null && place.endedOn <= today)) continue;
    const needs = picture.needs.get(place.id) ?? [];
    const { persons, weight, met, valueFen } = centreFigures(needs, {}, 'need', () => true);
    if (weight === 0) continue;
    const county = place.divisionCode.slice(0, 6).padEnd(12, '0');
    const township = place.divisionCode.slice(0, 9).padEnd(12, '0');
    const townships = counties.get(county) ?? new Map<string, Sums>();
    const sums = townships.get(township) ?? { ...nothing };
    sums.waiting += persons;
    sums.weight += weight;
    sums.met += met;
    sums.valueFen += valueFen;
    sums.centres += 1;
    counties.set(county, townships.set(township, sums));
  }
  return [...counties]
    .map(([code, townships]) => publicCounty(code, townships, threshold))
    .sort((a, b) => (a.divisionCode < b.divisionCode ? -1 : 1));
}

function publicCounty(
  divisionCode: string,
  townships: ReadonlyMap<string, Sums>,
  threshold: number,
): PublicCounty {
  const table = suppressCounts(
    [...townships].map(([key, { waiting }]) => ({ key, count: waiting })),
    threshold,
  );
  const counts = new Map(table.cells.map(({ key, count }) => [key, count]));
  const areas = [...townships]
    // All are served, and they are few: nothing can be said of them.
    .filter(([, { waiting, weight }]) => waiting > 0 || weight >= threshold)
    .map(([code, sums]): PublicArea => ({
      divisionCode: code,
      waiting: counts.get(code) ?? 0,
      ...publicShares(sums, threshold),
      centres: sums.centres,
    }))
    .sort((a, b) => (a.divisionCode < b.divisionCode ? -1 : 1));
  const whole = { ...nothing };
  for (const sums of townships.values()) {
    for (const name of sumNames) whole[name] += sums[name];
  }
  const allShown = areas.length === townships.size && areas.every((area) => area.fill !== null);
  return {
    divisionCode,
    waiting: table.total,
    ...(allShown ? publicShares(whole, threshold) : hidden),
    centres: whole.centres,
    townships: areas,
  };
}

const hidden = { fill: null, valueFen: null };

function publicShares({ waiting, weight, met, valueFen }: Sums, threshold: number) {
  const fewWait = waiting > 0 && waiting < threshold;
  const fewServed = met > 0 && met < threshold;
  if (weight < threshold || fewWait || fewServed) return hidden;
  return { fill: fillPercent(met, weight), valueFen: Math.round(valueFen) };
}

/**
 * What an area is shaded by: as much as the table says of it, and no more. A hidden number is shaded as nothing, whatever it
 * is, and one that is published as a bound as its bound. Null: not shaded.
 */
export function publicShade({ waiting, fill, valueFen }: PublicArea, shading: Shading) {
  if (shading === 'none') return null;
  if (shading !== 'need') return shading === 'fill' ? fill : valueFen;
  if (typeof waiting === 'number') return waiting;
  return 'atLeast' in waiting ? waiting.atLeast : 0;
}
