import type { Database } from '~db/client.server';
import {
  findDivision,
  findPath,
  findPaths,
  listChildren,
  searchDivisions,
} from '~db/queries/divisions.server';
import { dayInShanghai } from '~/domain/calendar';
import { divisionPrefix, isDivisionCode, parentOf } from '~/domain/division';
import { ok, refuse, type Result } from '~/domain/result';

export interface DivisionChoice {
  code: string;
  /** From the province down, so that namesakes can be told apart. */
  label: string;
}

export interface DivisionAnswer {
  result: Result<string>;
  /** What the words may mean, when they mean several places; or what lies below, when that is asked for. */
  choices: DivisionChoice[];
}

interface Asked {
  /** Name of the text field; one chosen from several comes as `<name>Choice`, the wish to see what lies below as `<name>Into`. */
  field: string;
  fields: FormData;
  now: Date;
  /** Only divisions in this area. */
  within?: string;
}

const MAX_CHOICES = 12;
const CODE = /\d{12}/;

/**
 * The division that a form names, by its words or code, or going down county by county. Works without JavaScript: what
 * may be meant, or lies below, is offered to choose from.
 */
export async function readDivision(db: Database, asked: Asked): Promise<DivisionAnswer> {
  const { field, fields, now } = asked;
  const text = textOf(fields, field);
  const day = dayInShanghai(now);
  const meant = text === '' ? undefined : await meantBy(db, asked, text, day);
  const chosen = await chosenFrom(db, asked, meant);
  if (fields.has(`${field}Into`)) return lookInto(db, asked, meant, chosen, day);
  if (chosen) return { result: ok(chosen), choices: [] };
  if (!meant) return { result: refuse('form.required', undefined, field), choices: [] };
  const [only] = meant.codes;
  if (!only) return { result: refuse('division.unknown', undefined, field), choices: [] };
  if (meant.codes.length === 1) return { result: ok(only), choices: [] };
  const choices = await labelled(db, meant.all);
  return { result: refuse('division.several', undefined, field), choices };
}

interface Meant {
  /** The likeliest: those of exactly this name, if there are any. */
  codes: string[];
  all: string[];
}

async function meantBy(db: Database, asked: Asked, text: string, day: string): Promise<Meant> {
  const { within = '' } = asked;
  const code = CODE.exec(text)?.[0];
  if (code !== undefined) {
    const found = code.startsWith(within) ? await findDivision(db, code) : undefined;
    const codes = found ? [found.code] : [];
    return { codes, all: codes };
  }
  const found = await searchDivisions(db, { text, within, day, limit: MAX_CHOICES });
  const exact = found.filter(({ name }) => name === text);
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

async function lookInto(
  db: Database,
  { field, within = '' }: Asked,
  meant: Meant | undefined,
  chosen: string | undefined,
  day: string,
): Promise<DivisionAnswer> {
  const several = chosen === undefined && meant !== undefined && meant.codes.length > 1;
  if (several) {
    const choices = await labelled(db, meant.all);
    return { result: refuse('division.several', undefined, field), choices };
  }
  const parent = chosen ?? meant?.codes[0] ?? (within === '' ? null : within.padEnd(12, '0'));
  if (meant && meant.codes.length === 0) {
    return { result: refuse('division.unknown', undefined, field), choices: [] };
  }
  const children = await listChildren(db, parent, day);
  // A village has nothing below it: those beside it are offered, itself among them.
  const beside = parent !== null && children.length === 0 ? (parentOf(parent) ?? null) : null;
  const rows = beside === null ? children : await listChildren(db, beside, day);
  const choices = rows.map(({ code, name }) => ({ code, label: name }));
  return { result: refuse('division.choose_below', undefined, field), choices };
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

/** Offers for the list under the field while one types. */
export async function offerDivisions(
  db: Database,
  text: string,
  now: Date,
): Promise<DivisionChoice[]> {
  const found = await searchDivisions(db, { text, day: dayInShanghai(now), limit: MAX_CHOICES });
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
