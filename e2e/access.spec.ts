import { randomUUID } from 'node:crypto';
import { expect, test, type APIRequestContext } from '@playwright/test';
import { paths } from '~/paths';
import { openContext, type Player } from './support/cast';
import { routeFiles } from './support/route-patterns';
import { setStage, type Stage } from './support/stage';

/** Addresses that nobody was ever given: not an id, an id of nothing, a query in disguise, a byte no text may hold. */
const junk = ['x', '01890000-0000-7000-8000-000000000000', "1' or '1'='1'; --", '\u0000', '%'];
const junkQuery = `page=-1&sort=${encodeURIComponent("x' or 1=1")}&status=none&q=%00&size=1e9&from=31-02`;

const everyone: (Player | 'nobody')[] = [
  'nobody',
  'administrator',
  'foundation',
  'depot',
  'centre',
  'bureau',
];
const patterns = routeFiles().map(({ pattern }) => pattern);

let stage: Stage;
let nobody: APIRequestContext;

test.describe.configure({ timeout: 180_000 });

test.beforeAll(async () => {
  stage = await setStage();
  nobody = await openContext(stage.origin);
});
test.afterAll(async () => {
  await nobody.dispose();
  await stage.close();
});

const contextOf = (who: Player | 'nobody') => (who === 'nobody' ? nobody : stage.cast.as[who]);

/** The pattern's addresses, each parameter filled with the same junk; one alone where it has none. */
function addressesOf(pattern: string): string[] {
  if (!pattern.includes('$')) return [pattern];
  return junk.map((value) => pattern.replaceAll(/\$\w+/g, encodeURIComponent(value)));
}

/** Asks a few at a time; answers what came back as `address: status`. */
async function failures(
  addresses: string[],
  ask: (address: string) => Promise<number>,
): Promise<string[]> {
  const waiting = [...addresses];
  const failed: string[] = [];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const status = await ask(next);
      if (status >= 500 || status < 200) failed.push(`${next}: ${status}`);
    }
  };
  await Promise.all([worker(), worker(), worker()]);
  return failed;
}

for (const who of everyone) {
  test(`reading junk addresses as ${who} never ends in a 500`, async () => {
    const context = contextOf(who);
    const asked = patterns
      .flatMap(addressesOf)
      .flatMap((address) => [address, `${address}?${junkQuery}`]);
    expect(asked.length).toBeGreaterThan(30);
    const read = async (address: string) =>
      (await context.get(address, { maxRedirects: 0 })).status();
    expect(await failures(asked, read)).toEqual([]);
  });

  test(`sending junk as ${who} never ends in a 500`, async () => {
    const context = contextOf(who);
    const bodies = [
      {},
      {
        _intent: 'x',
        _membership: randomUUID(),
        _key: randomUUID(),
        _version: '1',
        name: '\u0000',
      },
      {
        _intent: 'approve',
        _membership: "x' or 1=1",
        _key: 'x',
        _version: '-1',
        role: 'administrator',
      },
    ];
    const asked = patterns.flatMap((pattern) => addressesOf(pattern).slice(0, 2));
    for (const form of bodies) {
      const send = async (address: string) =>
        (await context.post(address, { form, maxRedirects: 0 })).status();
      // Signing out would end this person's own walk.
      const left = asked.filter((address) => address !== paths.signOut);
      expect(await failures(left, send)).toEqual([]);
    }
  });
}
