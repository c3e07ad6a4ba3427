import { request, type APIRequestContext } from '@playwright/test';
import { hashPassword } from 'better-auth/crypto';
import type { Database } from '~db/client.server';
import { authAccount, authUser } from '~db/schema/auth';
import { membership } from '~db/schema/membership';
import { makeGoodsWorld, type GoodsWorld } from '~db/testing/goods-world.server';
import { TEST_PASSWORD } from '~db/testing/people.server';
import type { Actor } from '~/domain/actor';
import { paths } from '~/paths';

/** Who signs in, by a name of the test's own. */
const players = [
  'administrator',
  'foundation',
  'otherFoundation',
  'depot',
  'centre',
  'bureau',
  'foreignBureau',
] as const satisfies (keyof GoodsWorld)[];
export type Player = (typeof players)[number];

export interface Cast {
  world: GoodsWorld;
  /** The browser's cookies of each, signed in through the form. */
  as: Record<Player, APIRequestContext>;
  leave: () => Promise<void>;
}

/** A small world with one person of each kind, each with an account, each signed in at `origin`. */
export async function gatherCast(db: Database, origin: string): Promise<Cast> {
  const world = await makeGoodsWorld(db);
  const password = await hashPassword(TEST_PASSWORD);
  const signedIn: [Player, APIRequestContext][] = [];
  for (const [index, player] of players.entries()) {
    await giveAccount(db, world[player], player.toLowerCase(), `1400000000${index}`, password);
    signedIn.push([player, await signIn(origin, player.toLowerCase())]);
  }
  const as = Object.fromEntries(signedIn) as Record<Player, APIRequestContext>;
  const leave = async () => {
    await Promise.all(Object.values(as).map((context) => context.dispose()));
  };
  return { world, as, leave };
}

async function giveAccount(
  db: Database,
  actor: Actor,
  userName: string,
  phone: string,
  password: string,
): Promise<void> {
  const { userId: id, membershipId, ...held } = actor;
  const names = { name: userName, username: userName, displayUsername: userName };
  await db
    .insert(authUser)
    .values({ id, ...names, email: `${id}@users.invalid`, phoneNumber: phone });
  await db
    .insert(authAccount)
    .values({ id: membershipId, userId: id, accountId: id, providerId: 'credential', password });
  await db
    .insert(membership)
    .values({ id: membershipId, userId: id, ...held, validFrom: '2020-01-01' });
}

/** What a browser sends of itself, so that a write is not taken for another site's. */
export async function openContext(origin: string): Promise<APIRequestContext> {
  return request.newContext({ baseURL: origin, extraHTTPHeaders: { Origin: origin } });
}

async function signIn(origin: string, userName: string): Promise<APIRequestContext> {
  const context = await openContext(origin);
  const form = { _login: userName, _password: TEST_PASSWORD, _returnTo: paths.account };
  const answer = await context.post(paths.signIn, { form, maxRedirects: 0 });
  if (answer.status() !== 303)
    throw new Error(`${userName} is not let in: ${answer.status()} ${await answer.text()}`);
  return context;
}
