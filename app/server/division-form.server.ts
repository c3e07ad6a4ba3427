import type { SubmissionResult } from '@conform-to/react';
import type { Actor } from '~/domain/actor';
import { errorString } from '~/i18n/error-text';
import type { z } from 'zod';
import {
  divisionsBelow,
  divisionText,
  readDivision,
  type DivisionOffers,
} from './division-choice.server';
import type { ServerEnv } from './env.server';
import {
  parseForm,
  refusedForm,
  typedSoFar,
  type FormAnswer,
  type PostedForm,
  type ReadForm,
  type RefusedForm,
} from './form.server';

/** What an action answers whose form names divisions by typing; `divisions` holds the offers by field. */
export interface DivisionFormAnswer extends Partial<FormAnswer> {
  divisions?: Record<string, DivisionOffers>;
}

export interface RefusedDivisionForm {
  ok: false;
  answer: DivisionFormAnswer;
  status: number;
}

/** Parses a form whose divisions were typed as words or codes; its schema gets the codes. */
export async function parseDivisionForm<S extends z.ZodType>(
  env: ServerEnv,
  posted: PostedForm,
  actor: Actor,
  schema: S,
  names: readonly string[] = ['divisionCode'],
): Promise<ReadForm<z.output<S>> | RefusedDivisionForm> {
  const step = await stepBelow(env, posted, names);
  if (step) return { ok: false, answer: step, status: 200 };
  const taken = await takeDivisions(env, posted, names);
  const form = parseForm(posted, actor, schema);
  if (!form.ok) return refusedDivisionForm(form, taken);
  if (Object.keys(taken.errors).length > 0) {
    return refusedDivisionForm(refusedForm(form.submission), taken);
  }
  // A command may still refuse: the form then comes back with the words, not the bare code.
  Object.assign(form.submission.payload, textsOf(taken.divisions));
  return form;
}

/**
 * The answer to 「逐级选择」: what lies below the division of that field, everything typed so far kept, nothing else asked
 * for. Undefined when another button was pressed.
 */
export async function stepBelow(
  env: ServerEnv,
  posted: PostedForm,
  names: readonly string[],
): Promise<DivisionFormAnswer | undefined> {
  const { fields } = posted;
  const field = names.find((name) => fields.has(`${name}Into`));
  if (field === undefined) return undefined;
  const { offers, error } = await divisionsBelow(env.db, { field, fields, now: env.now() });
  // What was chosen for the form's other division is kept, too.
  const others = names.filter((name) => name !== field && fields.has(`${name}Choice`));
  const { divisions } = await takeDivisions(env, posted, others);
  divisions[field] = offers;
  const lastResult: SubmissionResult = typedSoFar(posted);
  Object.assign(lastResult.initialValue ?? {}, textsOf(divisions));
  if (error) lastResult.error = { [field]: [error] };
  return { lastResult, divisions };
}

export interface TakenDivisions {
  /** What the fields say when the form comes back, and what is offered under them. */
  divisions: Record<string, DivisionOffers>;
  errors: Record<string, string[]>;
}

const nothing: TakenDivisions = { divisions: {}, errors: {} };

/** Replaces what was typed of divisions by their codes. An empty field is left to the schema. */
export async function takeDivisions(
  env: ServerEnv,
  { fields }: PostedForm,
  names: readonly string[],
): Promise<TakenDivisions> {
  const taken: TakenDivisions = { divisions: {}, errors: {} };
  for (const name of names) {
    const typed = fields.get(name);
    const { result, choices = [] } = await readDivision(env.db, {
      field: name,
      fields,
      now: env.now(),
    });
    if (result.ok) {
      taken.divisions[name] = { text: await divisionText(env.db, result.value), choices };
      fields.set(name, result.value);
    } else if (result.error.code !== 'form.required') {
      taken.divisions[name] = { text: typeof typed === 'string' ? typed : '', choices };
      taken.errors[name] = [errorString(result.error)];
    }
  }
  return taken;
}

export function textsOf(divisions: Record<string, DivisionOffers>): Record<string, string> {
  return Object.fromEntries(Object.entries(divisions).map(([name, { text }]) => [name, text]));
}

/** A refused form with its divisions in words, their errors and what may be meant. */
export function refusedDivisionForm(
  { answer }: RefusedForm,
  { divisions, errors }: TakenDivisions = nothing,
): RefusedDivisionForm {
  const { lastResult } = answer.data;
  if (lastResult?.initialValue) Object.assign(lastResult.initialValue, textsOf(divisions));
  if (lastResult && Object.keys(errors).length > 0) {
    lastResult.error = { ...lastResult.error, ...errors };
  }
  return {
    ok: false,
    answer: { ...answer.data, divisions },
    status: answer.init?.status ?? 422,
  };
}
