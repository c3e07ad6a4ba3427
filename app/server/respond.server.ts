import { data } from '@remix-run/node';
import type { DomainError } from '~/domain/error';
import type { Result } from '~/domain/result';
import { refusedForm, type ReadForm } from './form.server';
import { statusOf } from './status.server';

/**
 * Answers a form after its command: `done` makes the answer of a success (a redirect, as a rule), a refusal goes back
 * to the form with all that was typed.
 */
export function respond<T, A>(
  form: Pick<ReadForm<unknown>, 'submission'>,
  result: Result<T>,
  done: (value: T) => A,
) {
  return result.ok ? done(result.value) : refusedForm(form.submission, result.error).answer;
}

/** For loaders: ends the request with the root's error page. */
export function refuseRequest(error: DomainError): never {
  throw data(error, { status: statusOf(error) });
}

/** For loaders: the record, or the not-found page; another's record by its address looks the same as none. */
export function found<T>(record: T | undefined): T {
  return record ?? refuseRequest({ code: 'access.not_found' });
}
