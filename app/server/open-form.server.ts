import { parseWithZod } from '@conform-to/zod/v4';
import { formErrorMap } from '~/domain/form-error';
import type { z } from 'zod';
import { refusedForm, type PostedForm, type ReadForm, type RefusedForm } from './form.server';

/** Parses a form of somebody who has no membership yet: set-up, invitation. It carries no envelope. */
export function parseOpenForm<S extends z.ZodType>(
  posted: PostedForm,
  schema: S,
): Pick<ReadForm<z.output<S>>, 'ok' | 'value' | 'submission'> | RefusedForm {
  const submission = parseWithZod(posted.fields, { schema, error: formErrorMap });
  if (submission.status !== 'success') return refusedForm(submission);
  return { ok: true, value: submission.value, submission };
}
