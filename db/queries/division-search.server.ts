import { sql } from 'drizzle-orm';
import { ancestry, divisionPrefix } from '~/domain/division';
import {
  firstNames,
  isPinyin,
  namePieces,
  typedWords,
  withoutCommittee,
} from '~/domain/division-words';
import type { Database, Tx } from '~db/client.server';
import { divisionColumns, findPaths, inForce, type Division } from './divisions.server';

type Reader = Database | Tx;

/** A division with its way from the province down to itself, for domain/division's `disambiguated`. */
export interface FoundDivision extends Division {
  path: { code: string; name: string }[];
  /** It has the very name that was typed last, in characters. */
  isNamed: boolean;
}

export interface DivisionSearch {
  /**
   * As typed: a name or part of one, pinyin, initials, digits of a code. Earlier words narrow ('zp taiping'), and so do names
   * written in one ('昭平县黄姚镇', 'huang yao bei lai').
   */
  text: string;
  /** Digits of the division to search in; '' everywhere. */
  within?: string;
  /** A division, as a code or its first digits: of what fits equally well, what lies near it comes first. */
  near?: string;
  /** Only this deep and deeper, or not deeper: 1 to 5. */
  minLevel?: number;
  maxLevel?: number;
  day: string;
  limit?: number;
}

const MAX_WORDS = 4;
/** Places that an earlier word may mean, before the last word is looked for inside them. */
const MAX_AREAS = 20;
const LIMIT = 20;

interface Hit extends Division {
  /** 0 exact, 1 beginning, 2 part. */
  rank: number;
}

interface Found {
  hits: readonly Hit[];
  isNamed: (name: string) => boolean;
}
const nothing: Found = { hits: [], isNamed: () => false };

/**
 * Divisions in force by what a person types, the likeliest first: exact names and readings, then beginnings, then parts,
 * the higher level first. With `near`, after what is exact, the own county comes before the rest, then the prefecture, then
 * the province. Empty for an empty text.
 */
export async function searchDivisions(
  db: Reader,
  search: DivisionSearch,
): Promise<FoundDivision[]> {
  const words = typedWords(search.text);
  const areas = [search.within ?? ''];
  const spelt = words.length > 1 && words.every(isPinyin) ? words.join('') : '';
  const [narrowed, joined] = [
    await searchWords(db, words, areas, search),
    spelt === '' ? [] : await searchWord(db, candidatesSpelt(spelt), areas, search),
  ];
  let found: Found = { ...narrowed, hits: merged(joined, narrowed.hits, search.limit ?? LIMIT) };
  if (found.hits.length === 0) found = await searchPieces(db, namePieces(words), areas, search);
  const codes = found.hits.map(({ code }) => code);
  const paths = await findPaths(db, codes);
  return found.hits.map((hit) => ({
    ...hit,
    path: paths.get(hit.code) ?? [],
    isNamed: found.isNamed(hit.name),
  }));
}

/** A name typed in syllables ('huang yao') goes before villages of Yao in Huang, but takes at most half their room. */
function merged(first: readonly Hit[], second: readonly Hit[], limit: number): Hit[] {
  const room = Math.max(limit - second.length, Math.ceil(limit / 2));
  const kept = first.slice(0, room);
  const codes = new Set(kept.map(({ code }) => code));
  return [...kept, ...second.filter(({ code }) => !codes.has(code))].slice(0, limit);
}

/** The last word inside what the words before it name. */
async function searchWords(
  db: Reader,
  words: readonly string[],
  within: readonly string[],
  search: DivisionSearch,
): Promise<Found> {
  const last = words.at(-1);
  if (last === undefined) return nothing;
  let areas = within;
  for (const word of words.slice(0, -1).slice(0, MAX_WORDS)) {
    areas = await areasNamed(db, candidates(word), areas, search);
    if (areas.length === 0) return nothing;
  }
  const hits = await searchWord(db, candidates(last), areas, search);
  return { hits, isNamed: (name) => name === last };
}

/** Names written in one, the longest that may come first taken off: 昭平县|黄姚镇|北莱. */
async function searchPieces(
  db: Reader,
  pieces: readonly string[],
  areas: readonly string[],
  search: DivisionSearch,
  depth = 1,
): Promise<Found> {
  const whole = await searchTitled(db, pieces.join(''), areas, search);
  if (whole.hits.length > 0 || depth > MAX_WORDS) return whole;
  for (const [name, rest] of firstNames(pieces)) {
    const inside = await areasNamed(db, candidates(name), areas, search, 1);
    const found =
      inside.length > 0 ? await searchPieces(db, rest, inside, search, depth + 1) : nothing;
    if (found.hits.length > 0) return found;
  }
  return nothing;
}

/** One name, of a committee by its full title or as the table has it. */
async function searchTitled(
  db: Reader,
  word: string,
  areas: readonly string[],
  search: DivisionSearch,
): Promise<Found> {
  if (word === '') return nothing;
  const hits = await searchWord(db, candidates(word), areas, search);
  if (hits.length > 0) return { hits, isNamed: (name) => name === word };
  const stem = withoutCommittee(word);
  if (stem === undefined) return nothing;
  const villages = await searchWord(db, candidates(stem), areas, { ...search, minLevel: 5 });
  return { hits: villages, isNamed: (name) => withoutCommittee(name) === stem };
}

/**
 * What a word that narrows leaves of the areas: digits of what it names in them. One that names what lies round the area
 * searched in (the own prefecture, say) leaves it whole.
 */
async function areasNamed(
  db: Reader,
  hits: Candidates,
  areas: readonly string[],
  search: DivisionSearch,
  worstRank = 2,
): Promise<readonly string[]> {
  const asked = { ...search, minLevel: 1, maxLevel: 4, limit: MAX_AREAS };
  const found = await searchWord(db, hits, areas, asked);
  const inside = found.filter(({ rank }) => rank <= worstRank);
  if (inside.length > 0) return inside.map(({ code }) => divisionPrefix(code));
  const { within = '' } = search;
  if (within === '' || areas.join() !== within) return [];
  const above = ancestry(within.padEnd(12, '0'));
  const round = await searchWord(db, hits, above, asked);
  return round.some(({ rank }) => rank <= worstRank) ? areas : [];
}

type Candidates = ReturnType<typeof candidates>;

async function searchWord(
  db: Reader,
  hits: Candidates,
  areas: readonly string[],
  search: DivisionSearch,
): Promise<Hit[]> {
  const rows = await db.execute<Hit & Record<string, unknown>>(sql`
    select ${divisionColumns}, hit.rank from (${hits}) hit join division d on d.code = hit.code
    where ${inAreas(areas)} and ${inForce(search.day)}
      and d.level between ${search.minLevel ?? 1} and ${search.maxLevel ?? 5}
    order by least(hit.rank, 1), ${farness(search.near)}, hit.rank, d.level, d.code
    limit ${search.limit ?? LIMIT}`);
  return [...rows];
}

/** Codes with a rank: 0 exact, 1 beginning, 2 part. */
function candidates(word: string) {
  if (/^\d+$/.test(word)) {
    const low = word.slice(0, 12).padEnd(12, '0');
    const high = word.slice(0, 12).padEnd(12, '9');
    return sql`select code, 1 as rank from division where code between ${low} and ${high}`;
  }
  if (isPinyin(word)) {
    const typed = word.replaceAll("'", '');
    const beginning = `${typed}%`;
    // One letter means nothing exactly: else a village that can be read by one character alone came first of thousands.
    const exact = typed.length > 1 ? sql`${typed} in (pinyin, initials)` : sql`false`;
    return sql`
      select division_code as code, min(case when ${exact} then 0 else 1 end) as rank
      from division_reading where pinyin like ${beginning} or initials like ${beginning}
      group by division_code`;
  }
  const pattern = word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
  return sql`
    select code, case when name = ${word} then 0 when name like ${`${pattern}%`} then 1 else 2 end as rank
    from division
    where string_to_array(name, null) @> string_to_array(${word}, null) and name like ${`%${pattern}%`}`;
}

/** By the whole pinyin, typed in syllables: these letters are no initials. */
function candidatesSpelt(word: string) {
  const typed = word.replaceAll("'", '');
  return sql`
    select division_code as code, min(case when pinyin = ${typed} then 0 else 1 end) as rank
    from division_reading where pinyin like ${`${typed}%`} group by division_code`;
}

function inAreas(areas: readonly string[]) {
  if (areas.includes('')) return sql`true`;
  const ranges = areas.map((prefix) => {
    const digits = prefix.replaceAll(/\D/g, '').slice(0, 12);
    return sql`d.code between ${digits.padEnd(12, '0')} and ${digits.padEnd(12, '9')}`;
  });
  return sql`(${sql.join(ranges, sql` or `)})`;
}

/** 0 in the county of `near`, 1 in its prefecture, 2 in its province, 3 elsewhere; for orders. */
function farness(near = '') {
  const digits = near.replaceAll(/\D/g, '');
  if (digits === '') return sql`null::int`;
  const [county = '', prefecture = '', province = ''] = [6, 4, 2].map((length) =>
    divisionPrefix(digits.slice(0, length).padEnd(12, '0')),
  );
  return sql`case when starts_with(d.code, ${county}) then 0
    when starts_with(d.code, ${prefecture}) then 1
    when starts_with(d.code, ${province}) then 2 else 3 end`;
}
