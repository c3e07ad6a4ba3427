import type { Scope } from '~/domain/actor';
import { completeCode, divisionPrefix } from '~/domain/division';
import {
  divisionText,
  divisionsBelow,
  readDivision,
  type DivisionOffers,
} from '~/server/division-choice.server';
import type { ServerEnv } from '~/server/env.server';

const FIELD = 'division';
const TYPED = [FIELD, `${FIELD}Choice`, `${FIELD}Into`];

export interface MapDivision {
  /** What the field says. */
  text: string;
  /** Codes of what could not be read of it. */
  errors: string[];
  offers?: DivisionOffers;
  /** The address with the division as digits, where words or a choice came instead. */
  address?: URLSearchParams;
}

/**
 * The division of the filter. In an address it stands as digits; from the form come words, one of the places offered, or
 * the wish to see what lies below. What is not clear yet filters nothing and is taken out of `search`.
 */
export async function readMapDivision(
  { db, now }: ServerEnv,
  scope: Scope,
  search: URLSearchParams,
): Promise<MapDivision> {
  const [text = '', choice = '', into] = TYPED.map((name) => search.get(name) ?? undefined);
  const known = completeCode(text);
  if (known && !choice && !into) return { text: await divisionText(db, known), errors: [] };
  if (text === '' && !choice && !into) return { text, errors: [] };
  for (const name of TYPED) search.delete(name);
  const fields = new FormData();
  fields.set(FIELD, known ?? text);
  fields.set(`${FIELD}Choice`, choice);
  const officer = scope.role === 'bureau_officer' || scope.role === 'township_officer';
  const near = scope.divisionPrefix;
  const asked = { field: FIELD, fields, now: now(), within: officer ? near : '', near };
  if (into) {
    const { offers, error } = await divisionsBelow(db, asked);
    return { text: offers.text, errors: error ? [error] : [], offers };
  }
  const { result, choices = [] } = await readDivision(db, asked);
  if (!result.ok) return { text, errors: [result.error.code], offers: { text, choices } };
  const address = new URLSearchParams(search);
  address.set(FIELD, divisionPrefix(result.value));
  return { text, errors: [], address };
}
