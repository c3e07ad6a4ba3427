import { expect, test } from '@playwright/test';
import { roles } from '~/domain/actor';
import { startAccessPortal, type AccessPortal } from './support/access-portal';
import type { AccessWorld } from './support/access-world';
import { addressOf, manifest, type Handler } from './support/manifest';
import { Visitor } from './support/visitor';

/** Open to everyone on purpose. */
const publicPages = [
  '/',
  '/sign-in',
  '/t',
  '/t/:code',
  '/public/map',
  '/setup/:token',
  '/invitations/:token',
  '/passwords/:token',
];
/** Send everyone home, or answer with the division table that anyone may read. */
const publicAnswers = ['/language', '/sign-out', '/membership', '/divisions'];
const publicActions = [
  '/sign-in',
  '/language',
  '/sign-out',
  '/setup/:token',
  '/invitations/:token',
  '/passwords/:token',
];
/** What every staff member may read: the catalogue, the directory of organisations, and what campaigns there are. */
const sharedPages = [
  '/catalogue/:itemId',
  '/organisations/:organisationId',
  '/campaigns/:campaignId',
];
/** Show what their query names; without one they show nothing. */
const queried = ['/stock/goods'];
/** One's own: another hat, another password. Nothing of the world is in their reach. */
const ownActions = ['/membership', '/account'];

let portal: AccessPortal;
let world: AccessWorld;
let handlers: Handler[];
let anonymous: Visitor;
let insiders: Visitor[];
/** The administrator sees every place; an outsider is one of the other roles, elsewhere. */
let outsiders: { name: string; visitor: Visitor }[];

test.describe.configure({ timeout: 240_000 });

test.beforeAll(async () => {
  portal = await startAccessPortal();
  ({ world } = portal);
  handlers = await manifest();
  anonymous = new Visitor(portal.origin);
  const enter = ({ login, actor }: AccessWorld['insiders']['administrator']) =>
    Visitor.signIn(portal.origin, login, actor);
  insiders = await Promise.all(roles.map((role) => enter(world.insiders[role])));
  const foreign = roles.filter((role) => role !== 'administrator');
  outsiders = await Promise.all(
    foreign.map(async (name) => ({ name, visitor: await enter(world.outsiders[name]) })),
  );
});

test.afterAll(() => portal.close());

const address = (handler: Handler) => addressOf(handler.pattern, world.params);
const isOpen = ({ pattern }: Handler) => [...publicPages, ...publicAnswers].includes(pattern);
const told = (handler: Handler, who: string, status: number) =>
  `${handler.pattern} ${who} ${status}`;

/** Everything that was ever done; a refused request adds nothing. */
async function deeds(): Promise<string> {
  const [row] = await world.db.$client<{ deeds: string }[]>`
    select (select count(*) from event) || ' ' || (select count(*) from command_log) || ' ' ||
      (select count(*) from movement) || ' ' || (select count(*) from auth_user) as deeds`;
  return row?.deeds ?? '';
}

test('every loader shows the public the way in, or is open on purpose', async () => {
  expect(handlers.length).toBeGreaterThan(20);
  const wrong: string[] = [];
  for (const handler of handlers.filter((one) => one.loader)) {
    const { status, location, body } = await anonymous.get(address(handler));
    const shown = world.secrets.some((secret) => body.includes(secret));
    const sentAway = status === 302 && location.startsWith('/sign-in');
    if (shown || status >= 500 || (!isOpen(handler) && !sentAway))
      wrong.push(told(handler, 'anonymous', status));
  }
  expect(wrong).toEqual([]);
});

test('every action refuses the public, or is open on purpose; nothing is done', async () => {
  const before = await deeds();
  const wrong: string[] = [];
  for (const handler of handlers.filter((one) => one.action)) {
    for (const intent of handler.intents) {
      const { status } = await anonymous.post(address(handler), intent);
      const open = publicActions.includes(handler.pattern);
      if (status >= 500 || (!open && status !== 401))
        wrong.push(told(handler, `anonymous ${intent}`, status));
    }
  }
  expect(wrong).toEqual([]);
  expect(await deeds()).toBe(before);
});

test('every page opens for somebody of the house', async () => {
  const wrong: string[] = [];
  const drawn = handlers.filter((one) => one.page && !isOpen(one));
  for (const handler of drawn.filter(({ pattern }) => !queried.includes(pattern))) {
    const answers = await Promise.all(insiders.map((one) => one.get(address(handler))));
    const statuses = answers.map(({ status }) => status);
    // 409: the reader may see it, and it can no longer be changed.
    if (!statuses.includes(200) && !statuses.includes(409))
      wrong.push(`${handler.pattern} ${statuses.join(' ')}`);
  }
  expect(wrong).toEqual([]);
});

test('no loader shows anything to the same roles elsewhere', async () => {
  const wrong: string[] = [];
  for (const handler of handlers.filter((one) => one.loader && !isOpen(one))) {
    for (const { name, visitor } of outsiders) {
      const { status, body } = await visitor.get(address(handler));
      const shown = world.secrets.some(
        (secret) => body.includes(secret) && !address(handler).includes(secret),
      );
      const mayRead = !handler.pattern.includes(':') || sharedPages.includes(handler.pattern);
      const refused = status === 403 || status === 404;
      if (shown || status >= 500 || (!mayRead && !refused)) wrong.push(told(handler, name, status));
    }
  }
  expect(wrong).toEqual([]);
});

test('no action does anything for the same roles elsewhere', async () => {
  const before = await deeds();
  const wrong: string[] = [];
  for (const handler of handlers.filter(
    ({ action, pattern }) => action && !publicActions.includes(pattern),
  )) {
    for (const { name, visitor } of outsiders) {
      for (const intent of handler.intents) {
        const { status } = await visitor.post(address(handler), intent);
        // A form for something new may be drawn again (200): it is the reader's own, and nothing is done.
        const drawnAgain = status === 200 && !handler.pattern.includes(':');
        const refused = (status >= 400 && status < 500) || drawnAgain;
        if (!refused && !ownActions.includes(handler.pattern))
          wrong.push(told(handler, `${name} ${intent}`, status));
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(await deeds()).toBe(before);
});
