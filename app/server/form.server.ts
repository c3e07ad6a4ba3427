import type { Submission as ConformSubmission, SubmissionResult } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import { data as answerWith } from '@remix-run/node';
import { z } from 'zod';
import type { Actor } from '~/domain/actor';
import { domainError } from '~/domain/result';
import type { DomainError } from '~/domain/error';
import { errorString, issueStrings } from '~/i18n/error-text';
import { formErrorMap } from '~/domain/form-error';
import { isFormBounded } from './form-size.server';
import { statusOf } from './status.server';

/** What an action answers when it did not go through: Conform's reply, and the refusal for the form as a whole. */
export interface FormAnswer {
  lastResult: SubmissionResult;
  error?: DomainError;
}

export interface PostedForm {
  /** Which of a page's forms or buttons: the field `_intent`. */
  intent: string;
  fields: FormData;
}

type Submission = ConformSubmission<unknown, string[], unknown>;

export interface ReadForm<T> {
  ok: true;
  value: T;
  /** Who sends it and the key made with the form; goes to the command as it is. */
  envelope: { actor: Actor; key: string };
  /** Version of the record the form was drawn from; 0 where it makes a new one. */
  version: number;
  submission: Submission;
}

export interface RefusedForm {
  ok: false;
  answer: ReturnType<typeof answerWith<FormAnswer>>;
}

const MAX_FORM_BYTES = 2_000_000;

/** What a sign-in in the middle of a form adds to it; the browser posts it along to the form's own page. */
const signInFields = ['_login', '_password', '_resume', '_returnTo'];

/** Fields by which Conform is told to change a form; ours are changed by buttons of their own. */
const parserFields = ['__intent__', '__state__'];

/** Reads a posted form once. @throws Response 413 for one larger than any page of ours sends. */
export async function readPosted(
  request: Request,
  { keepSignIn = false } = {},
): Promise<PostedForm> {
  const length = Number(request.headers.get('content-length') ?? 0);
  if (length > MAX_FORM_BYTES) throw answerWith({ code: 'form.body_too_large' }, { status: 413 });
  const fields = await request.formData();
  if (!isFormBounded(fields.keys())) {
    throw answerWith({ code: 'form.body_too_large' }, { status: 413 });
  }
  for (const name of parserFields) fields.delete(name);
  dropNul(fields);
  if (!keepSignIn) for (const name of signInFields) fields.delete(name);
  return { intent: textOf(fields, '_intent'), fields };
}

/** PostgreSQL's text cannot hold the character 0; nobody types it, and a paste may carry it. */
function dropNul(fields: FormData): void {
  const all = [...fields].map(([name, value]) => [name, value] as const);
  if (!all.some(([, value]) => typeof value === 'string' && value.includes('\0'))) return;
  for (const name of new Set(all.map(([key]) => key))) fields.delete(name);
  for (const [name, value] of all) {
    fields.append(name, typeof value === 'string' ? value.replaceAll('\0', '') : value);
  }
}

const envelopeSchema = z.object({
  membership: z.uuid(),
  key: z.uuid(),
  version: z.coerce.number().int().min(0),
});

/**
 * Parses a posted form for this actor. The membership it was drawn for must be the one worn now: a form left open in
 * another tab under another hat is refused.
 */
export function parseForm<S extends z.ZodType>(
  posted: PostedForm,
  actor: Actor,
  schema: S,
): ReadForm<z.output<S>> | RefusedForm {
  const submission = parseWithZod(posted.fields, {
    schema,
    error: formErrorMap,
    formatError: issueStrings,
  });
  const envelope = envelopeSchema.safeParse({
    membership: textOf(posted.fields, '_membership'),
    key: textOf(posted.fields, '_key'),
    version: textOf(posted.fields, '_version') || '0',
  });
  if (!envelope.success) return refusedForm(submission, domainError('form.invalid'));
  if (envelope.data.membership !== actor.membershipId) {
    return refusedForm(submission, domainError('access.membership_changed'));
  }
  if (submission.status !== 'success') return refusedForm(submission);
  return {
    ok: true,
    value: submission.value,
    envelope: { actor, key: envelope.data.key },
    version: envelope.data.version,
    submission,
  };
}

/** The answer to a form that may not go through; an error with a `field` is shown at that field. */
export function refusedForm(submission: Submission, error?: DomainError): RefusedForm {
  const atField = error?.field ? { fieldErrors: { [error.field]: [errorString(error)] } } : {};
  // A password is typed again, never sent back.
  const lastResult = submission.reply({ ...atField, hideFields: passwordFields });
  const answer = error ? { lastResult, error } : { lastResult };
  return { ok: false, answer: answerWith(answer, { status: error ? statusOf(error) : 422 }) };
}

const passwordFields = ['password', 'passwordAgain', 'currentPassword'];

function textOf(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === 'string' ? value : '';
}

/** What has been typed, for drawing the form anew without judging it: more lines, the sizes of an item just chosen. */
export function typedSoFar(posted: PostedForm): SubmissionResult {
  const { payload } = parseWithZod(posted.fields, { schema: z.unknown() });
  for (const name of passwordFields) delete payload[name];
  return { initialValue: payload as NonNullable<SubmissionResult['initialValue']> };
}
