import type { Actor } from '~/domain/actor';
import type { z } from 'zod';
import { readDivision, type DivisionChoice } from './division-choice.server';
import type { ServerEnv } from './env.server';
import {
  parseForm,
  type FormAnswer,
  type PostedForm,
  type ReadForm,
  type RefusedForm,
} from './form.server';

/** What an action answers whose form names a division by typing. */
export interface DivisionFormAnswer extends Partial<FormAnswer> {
  choices?: DivisionChoice[];
}

export interface RefusedDivisionForm {
  ok: false;
  answer: DivisionFormAnswer;
  status: number;
}

const FIELD = 'divisionCode';

/** Parses a form whose `divisionCode` was typed as words or a code; its schema gets the code. */
export async function parseDivisionForm<S extends z.ZodType>(
  env: ServerEnv,
  posted: PostedForm,
  actor: Actor,
  schema: S,
): Promise<ReadForm<z.output<S>> | RefusedDivisionForm> {
  const { fields } = posted;
  const typed = fields.get(FIELD);
  const { result, choices } = await readDivision(env.db, { field: FIELD, fields, now: env.now() });
  if (result.ok) fields.set(FIELD, result.value);
  const form = parseForm(posted, actor, schema);
  if (form.ok) return form;
  const refused = withChoices(form, choices);
  const { lastResult } = refused.answer;
  if (!lastResult) return refused;
  if (lastResult.initialValue && typeof typed === 'string') lastResult.initialValue[FIELD] = typed;
  if (!result.ok) {
    // Whoever only looks for the division is not told what else is missing yet.
    const others = fields.has(`${FIELD}Into`) ? {} : lastResult.error;
    lastResult.error = { ...others, [FIELD]: [result.error.code] };
  }
  return refused;
}

export function withChoices(
  { answer }: RefusedForm,
  choices: DivisionChoice[] = [],
): RefusedDivisionForm {
  return { ok: false, answer: { ...answer.data, choices }, status: answer.init?.status ?? 422 };
}
