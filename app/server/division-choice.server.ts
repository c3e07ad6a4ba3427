import type { Database } from '~db/client.server';
import { findDivision, findPath, findPaths, listChildren } from '~db/queries/divisions.server';
import { searchDivisions } from '~db/queries/division-search.server';
import { dayInShanghai } from '~/domain/calendar';
import { divisionPrefix, isDivisionCode, parentOf } from '~/domain/division';
import { ok, refuse, type Result } from '~/domain/result';

export interface DivisionChoice {
  code: string;
  /** From the province down, so that namesakes can be told apart. */
  label: string;
}

/** What is offered to choose from, under the field. */
export interface DivisionOffers {
  /** What the field says now. */
  text: string;
  choices: DivisionChoice[];
  /** Set where the choices are what lies below a division: the way to it, empty for the whole country. */
  below?: string | undefined;
  /** The one chosen already. */
  chosen?: string | undefined;
}

export interface DivisionAnswer {
  result: Result<string>;
  /** What the words may mean, when they mean several places. */
  choices?: DivisionChoice[];
}

interface Asked {
  /** Name of the text field; one chosen from several comes as `<name>Choice`. */
  field: string;
  fields: FormData;
  now: Date;
  /** Only divisions in this area. */
  within?: string;
  /** Those near this division first. */
  near?: string;
}

const MAX_CHOICES = 12;
const CODE = /\d{12}/;

/** The division that a form names by its words, its code or one of the places offered. Works without JavaScript. */
export async function readDivision(db: Database, asked: Asked): Promise<DivisionAnswer> {
  const { field, fields, now } = asked;
  const text = textOf(fields, field);
  const meant = text === '' ? undefined : await meantBy(db, asked, text, dayInShanghai(now));
  const chosen = await chosenFrom(db, asked, meant);
  if (chosen) return { result: ok(chosen) };
  if (!meant) return { result: refuse('form.required', undefined, field) };
  const [only] = meant.codes;
  if (!only) return { result: refuse('division.unknown', undefined, field) };
  if (meant.codes.length === 1) return { result: ok(only) };
  return {
    result: refuse('division.several', undefined, field),
    choices: await labelled(db, meant.all),
  };
}

interface Meant {
  /** The likeliest: those of exactly this name, if there are any. */
  codes: string[];
  all: string[];
}

async function meantBy(db: Database, asked: Asked, text: string, day: string): Promise<Meant> {
  const { within = '', near = '' } = asked;
  const code = CODE.exec(text)?.[0];
  if (code !== undefined) {
    const found = code.startsWith(within) ? await findDivision(db, code) : undefined;
    const codes = found ? [found.code] : [];
    return { codes, all: codes };
  }
  const found = await searchDivisions(db, { text, within, near, day, limit: MAX_CHOICES });
  const exact = found.filter(({ isNamed }) => isNamed);
  const codesOf = (rows: typeof found) => rows.map((row) => row.code);
  return { codes: codesOf(exact.length > 0 ? exact : found), all: codesOf(found) };
}

/** The one chosen from the list, if it is (or lies in) what the words mean: they may have been typed anew since. */
async function chosenFrom(
  db: Database,
  { field, fields, within = '' }: Asked,
  meant: Meant | undefined,
): Promise<string | undefined> {
  const chosen = textOf(fields, `${field}Choice`);
  if (!isDivisionCode(chosen) || !chosen.startsWith(within)) return undefined;
  const fits = !meant || meant.all.some((code) => chosen.startsWith(divisionPrefix(code)));
  return fits && (await findDivision(db, chosen)) ? chosen : undefined;
}

export interface DivisionStep {
  offers: DivisionOffers;
  /** Set where the words mean no place, or several of one name. */
  error?: 'division.unknown' | 'division.several';
}

/** One step down, level by level: what lies below the division that the field names. Asks for nothing but the division. */
export async function divisionsBelow(db: Database, asked: Asked): Promise<DivisionStep> {
  const { field, fields, now, within = '' } = asked;
  const text = textOf(fields, field);
  const day = dayInShanghai(now);
  const meant = text === '' ? undefined : await meantBy(db, asked, text, day);
  const chosen = await chosenFrom(db, asked, meant);
  if (!chosen && meant && meant.codes.length !== 1) {
    const error = meant.codes.length === 0 ? 'division.unknown' : 'division.several';
    return { offers: { text, choices: await labelled(db, meant.all) }, error };
  }
  const top = within === '' ? null : within.padEnd(12, '0');
  const at = chosen ?? meant?.codes[0] ?? top;
  const children = await listChildren(db, at, day);
  const isLowest = at !== null && children.length === 0;
  // A village has nothing below it: those beside it are offered, itself chosen among them.
  const parent = isLowest ? (parentOf(at) ?? null) : at;
  const rows = isLowest ? await listChildren(db, parent, day) : children;
  const path = parent === null ? [] : await findPath(db, parent);
  return {
    offers: {
      text: parent === null ? '' : `${labelOf(path)} ${parent}`,
      choices: rows.map(({ code, name }) => ({ code, label: name })),
      below: labelOf(path),
      ...(isLowest && { chosen: at }),
    },
  };
}

async function labelled(db: Database, codes: readonly string[]): Promise<DivisionChoice[]> {
  const paths = await findPaths(db, codes);
  return codes.map((code) => ({ code, label: labelOf(paths.get(code) ?? []) }));
}

/** What stands in the field for a division already known: the way to it and its code. */
export async function divisionText(db: Database, code: string): Promise<string> {
  const path = await findPath(db, code);
  return path.length > 0 ? `${labelOf(path)} ${code}` : code;
}

/** Offers for the list under the field while one types; those near the reader's own division first. */
export async function offerDivisions(
  db: Database,
  text: string,
  now: Date,
  near = '',
): Promise<DivisionChoice[]> {
  const day = dayInShanghai(now);
  const found = await searchDivisions(db, { text, near, day, limit: MAX_CHOICES });
  return found.map(({ code, path }) => ({ code, label: labelOf(path) }));
}

/** The way from the province down; a province above its prefecture is known to everyone and left out. */
function labelOf(path: readonly { code: string; name: string }[]): string {
  const steps = path.length > 1 ? path.filter(({ code }) => divisionPrefix(code).length > 2) : path;
  return steps.map(({ name }) => name).join(' ');
}

function textOf(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === 'string' ? value.normalize('NFKC').trim() : '';
}
