import { v7 as newId } from 'uuid';
import type { Actor } from '~/domain/actor';
import { TEST_PASSWORD } from '~db/testing/people.server';

export interface Answer {
  status: number;
  location: string;
  body: string;
}

/** Someone who sends requests without a browser: a session cookie, or none. */
export class Visitor {
  constructor(
    private readonly origin: string,
    readonly cookie = '',
    private readonly actor?: Actor,
  ) {}

  static async signIn(origin: string, login: string, actor: Actor): Promise<Visitor> {
    const fields = new URLSearchParams({ _login: login, _password: TEST_PASSWORD });
    const response = await fetch(`${origin}/sign-in`, {
      method: 'POST',
      body: fields,
      headers: { Origin: origin },
      redirect: 'manual',
    });
    const cookie = response.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    if (response.status !== 303 || cookie === '') {
      throw new Error(`${login} could not sign in: ${response.status} ${await response.text()}`);
    }
    return new Visitor(origin, cookie, actor);
  }

  async get(address: string): Promise<Answer> {
    const headers = { Cookie: this.cookie };
    return answerOf(await fetch(this.origin + address, { headers, redirect: 'manual' }));
  }

  /** Posts a form as the page would draw it for this visitor, with nothing filled in. */
  async post(address: string, intent: string): Promise<Answer> {
    const body = new URLSearchParams({
      _intent: intent,
      _membership: this.actor?.membershipId ?? newId(),
      _key: newId(),
      _version: '1',
    });
    const headers = { Cookie: this.cookie, Origin: this.origin };
    return answerOf(
      await fetch(this.origin + address, { method: 'POST', body, headers, redirect: 'manual' }),
    );
  }
}

async function answerOf(response: Response): Promise<Answer> {
  const location = response.headers.get('location') ?? '';
  return { status: response.status, location, body: await response.text() };
}
