import { attemptSignIn } from '~/commands/attempt-sign-in.server';
import { changePasswordSchema, isUuid, passwordRefusal } from '~/domain/account';
import { domainError } from '~/domain/result';
import type { DomainError } from '~/domain/error';
import type { ServerEnv } from '~/server/env.server';
import {
  readPosted,
  refusedForm,
  type FormAnswer,
  type PostedForm,
  type RefusedForm,
} from '~/server/form.server';
import { parseOpenForm } from '~/server/open-form.server';
import { forgetSessions, type Session } from '~/server/session.server';
import { findLogins } from '~db/queries/sessions.server';

export interface AccountAnswer extends Partial<FormAnswer> {
  done?: 'sessionEnded' | 'passwordChanged';
  status?: number;
}

/** One's own sessions and password. They belong to the person, whatever hat is worn, so no envelope is needed. */
export async function accountPosted(
  request: Request,
  session: Session,
  env: ServerEnv,
): Promise<AccountAnswer> {
  const posted = await readPosted(request);
  const { userId, sessionId } = session;
  switch (posted.intent) {
    case 'end': {
      const wanted = posted.fields.get('sessionId');
      if (!isUuid(wanted)) return { error: domainError('form.invalid'), status: 422 };
      await env.auth.endSessions(userId, { sessionId: wanted });
      break;
    }
    case 'end-others':
      await env.auth.endSessions(userId, { allBut: sessionId });
      break;
    case 'password':
      return changePassword(posted, session, env);
    default:
      return { error: domainError('form.invalid'), status: 422 };
  }
  forgetSessions();
  return { done: 'sessionEnded' };
}

async function changePassword(
  posted: PostedForm,
  { userId, sessionId }: Session,
  env: ServerEnv,
): Promise<AccountAnswer> {
  const form = parseOpenForm(posted, changePasswordSchema);
  if (!form.ok) return refused(form);
  const { currentPassword, password } = form.value;
  const logins = await findLogins(env.db, userId);
  const unfit = passwordRefusal(password, [logins.userName ?? '', logins.phone ?? '']);
  const refuse = (error: DomainError) => refused(refusedForm(form.submission, error));
  if (unfit) return refuse(domainError(unfit, undefined, 'password'));
  // A browser left signed in must not be a place to guess the password from.
  const keys = {
    accountHash: env.auth.derive('password change', userId),
    addressHash: env.auth.derive('password change session', sessionId),
  };
  const checked = await attemptSignIn(env, keys, async () =>
    (await env.auth.isPasswordOf(userId, currentPassword)) ? true : undefined,
  );
  if (!checked.ok) {
    const wrong = checked.error.code === 'sign_in.wrong';
    return refuse(
      wrong ? domainError('password.wrong', undefined, 'currentPassword') : checked.error,
    );
  }
  await env.auth.changePassword(userId, password, sessionId);
  forgetSessions();
  return { done: 'passwordChanged' };
}

function refused({ answer }: RefusedForm): AccountAnswer {
  return { ...answer.data, status: answer.init?.status ?? 422 };
}
