import type { AppLoadContext } from '@remix-run/node';
import { attemptSignIn } from '~/commands/attempt-sign-in.server';
import { plainLogin } from '~/domain/account';
import type { DomainError } from '~/domain/error';
import type { KeptForm } from '~/domain/kept-form';
import { readPosted } from '~/server/form.server';
import { fieldsOf } from '~/server/kept-form.server';
import { localPath } from '~/server/local-path.server';

interface RefusedSignIn {
  error: DomainError;
  login: string;
  returnTo: string;
  kept?: KeptForm;
}

const MAX_TYPED = 200;

/** Signs in with the posted form, or says why not with everything that was typed but the password. */
export async function signInWithForm(
  request: Request,
  context: AppLoadContext,
): Promise<Response | RefusedSignIn> {
  const { fields } = await readPosted(request.clone(), { keepSignIn: true });
  const login = textOf(fields, '_login').slice(0, MAX_TYPED);
  const password = textOf(fields, '_password').slice(0, MAX_TYPED);
  const returnTo = localPath(textOf(fields, '_returnTo'));
  const resume = textOf(fields, '_resume');
  const { env, address } = context;
  const account = plainLogin(login);
  const keys = {
    accountHash: env.auth.derive('sign-in account', account),
    addressHash: env.auth.derive('sign-in address', network(address)),
  };
  const result = await attemptSignIn(env, keys, () => env.auth.signIn(request, account, password));
  if (!result.ok) {
    const kept: KeptForm | undefined = resume
      ? { code: 'access.signed_out', resume: localPath(resume), ...fieldsOf(fields) }
      : undefined;
    return { error: result.error, login, returnTo, ...(kept && { kept }) };
  }
  const headers = result.value;
  headers.set('Location', resume ? localPath(resume) : returnTo);
  // 307 makes the browser send the very same body again, to the path the form was meant for.
  return new Response(null, { status: resume ? 307 : 303, headers });
}

/** One subscriber has a whole /64 of IPv6 addresses; counting single ones would count nothing. */
function network(address: string): string {
  const groups = address.split(':');
  return groups.length > 2 && !address.includes('.') ? groups.slice(0, 4).join(':') : address;
}

function textOf(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === 'string' ? value : '';
}
