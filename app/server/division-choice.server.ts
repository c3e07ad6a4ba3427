import type { Database } from '~db/client.server';
import { findDivision, findPath, searchDivisions } from '~db/queries/divisions.server';
import { dayInShanghai } from '~/domain/calendar';
import { divisionPrefix } from '~/domain/division';
import { ok, refuse, type Result } from '~/domain/result';

export interface DivisionChoice {
  code: string;
  /** From the province down, so that namesakes can be told apart. */
  label: string;
}

export interface DivisionAnswer {
  result: Result<string>;
  /** What the words may mean, when they mean several places. */
  choices: DivisionChoice[];
}

interface Asked {
  /** Name of the text field; the one chosen from several comes as `<name>Choice`. */
  field: string;
  fields: FormData;
  now: Date;
  /** Only divisions in this area. */
  within?: string;
}

const MAX_CHOICES = 12;
const CODE = /\d{12}/;

/** The division that a form names, by its words or code. Works without JavaScript: several are offered to choose from. */
export async function readDivision(db: Database, asked: Asked): Promise<DivisionAnswer> {
  const { field, fields, now, within = '' } = asked;
  const text = textOf(fields, field);
  if (text === '') return { result: refuse('form.required', undefined, field), choices: [] };
  const code = CODE.exec(text)?.[0];
  if (code !== undefined) {
    const found = code.startsWith(within) ? await findDivision(db, code) : undefined;
    const result = found ? ok(code) : refuse('division.unknown', undefined, field);
    return { result, choices: [] };
  }
  const day = dayInShanghai(now);
  const found = await searchDivisions(db, { text, within, day, limit: MAX_CHOICES });
  const choices = found.map(({ code, path }) => ({ code, label: labelOf(path) }));
  const chosen = textOf(fields, `${field}Choice`);
  const exact = found.filter(({ name }) => name === text);
  const [only] = exact.length > 0 ? exact : found;
  if (!only) return { result: refuse('division.unknown', undefined, field), choices: [] };
  if (choices.some((choice) => choice.code === chosen)) return { result: ok(chosen), choices };
  if (found.length === 1 || exact.length === 1) return { result: ok(only.code), choices: [] };
  return { result: refuse('division.several', undefined, field), choices };
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
  const found = await searchDivisions(db, { text, day: dayInShanghai(now), limit: 12 });
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
