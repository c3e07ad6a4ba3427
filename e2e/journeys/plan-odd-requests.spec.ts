import { randomUUID } from 'node:crypto';
import { expect, test, type APIResponse, type Page } from '@playwright/test';
import { paths } from '~/paths';
import { draftPlan, setPlanStage, signedIn, type PlanStage } from '../support/plan-pages';

/** Addresses and forms that no page of a plan has drawn: a clear sentence, nothing changed, never a fault of ours. */
let stage: PlanStage;
let pages: Record<Who, Page>;
/** Two plans of the same bureau. */
let own: string;
let other: string;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(150_000);
  stage = await setPlanStage();
  const { plans } = stage;
  await plans.need('guihua', 'skipping_rope', 20);
  await plans.need('maojia', 'skipping_rope', 10);
  await plans.stock('skipping_rope', 10);
  pages = {
    officer: await signedIn(browser, stage, 'officer'),
    county: await signedIn(browser, stage, 'county'),
  };
  other = await draftPlan(pages.officer, ['跳绳']);
  own = await draftPlan(pages.officer, ['跳绳']);
});
test.afterEach(() => expect(stage.failures).toEqual([]));
test.afterAll(() => stage.close());
test.setTimeout(150_000);

const idOf = (address: string) => address.split('/').at(-1) ?? '';
const stateOf = async () => stage.db.$client`
  select id, version, status, solution_id, choices::text from allocation_plan order by id`;
const solutionOf = async (plan: string) => {
  const { $client: sql } = stage.db;
  const [row] = await sql<{ id: string }[]>`
    select solution_id as id from allocation_plan where id = ${idOf(plan)}`;
  return row?.id ?? '';
};
const odd = [
  '',
  'x',
  '-1',
  '0',
  '1e9',
  '99999999999999999999',
  '%00',
  "'%20or%201=1",
  '长'.repeat(200),
];

/** A page of the portal that says something in Chinese, and no trace of the program. */
async function speaks(answer: APIResponse, status: number | number[], what: string) {
  expect([status].flat(), what).toContain(answer.status());
  const text = await answer.text();
  expect(text, what).toContain('<html lang="zh-CN"');
  expect(text, what).not.toMatch(/at \w+ \(|node_modules|Error:/);
  return text;
}

test('odd words in the address of a plan’s pages are passed over', async () => {
  const solution = await solutionOf(other);
  for (const word of [...odd, solution, randomUUID()]) {
    for (const address of [
      `${own}?page=${word}&item=${word}&county=${word}&show=${word}&done=${word}`,
      `${own}/compare?a=${word}&b=${word}`,
      `${own}/what-if?job=${word}`,
      `${own}/trips?page=${word}`,
      `${paths.plans}?status=${word}&page=${word}`,
      `${paths.newPlan}?division=${word}`,
    ]) {
      await speaks(await pages.officer.request.get(address), 200, address);
    }
    const nowhere = await pages.officer.request.get(`/plans/${word || 'y'}`);
    await speaks(nowhere, 404, `plan ${word}`);
    await speaks(
      await pages.officer.request.get(`${own}/give/${word || 'y'}`),
      404,
      `give ${word}`,
    );
  }
});

test('another bureau’s plan is none, whatever page or button of it is asked for', async () => {
  for (const address of [own, `${own}/compare`, `${own}/what-if`, `${own}/trips`]) {
    const text = await speaks(await pages.county.request.get(address), [403, 404], address);
    expect(text).not.toContain('桂花村');
  }
  const before = await stateOf();
  for (const intent of ['submit', 'approve', 'apply', 'renew', 'solve']) {
    const answer = await send('county', own, { _intent: intent, _version: '2' });
    await speaks(answer, [403, 404], intent);
  }
  expect(await stateOf()).toEqual(before);
});

type Who = 'officer' | 'county';

function send(who: Who, address: string, fields: Record<string, string>) {
  const { membershipId } = stage.plans.people[who];
  const form = { _membership: membershipId, _key: randomUUID(), ...fields };
  const headers = { Origin: stage.origin };
  return pages[who].request.post(address, { form, headers, maxRedirects: 0 });
}

test('ids of another plan, stale versions and intents that are none change nothing', async () => {
  const solution = await solutionOf(other);
  const { $client: sql } = stage.db;
  const [{ version }] = await sql<[{ version: number }]>`
    select version from allocation_plan where id = ${idOf(own)}`;
  const before = await stateOf();
  const now = String(version);
  const forged: [Record<string, string>, number[], string][] = [
    [{ _intent: 'choose', solutionId: solution }, [404], '没有找到这条记录'],
    [{ _intent: 'choose', solutionId: 'x' }, [422], ''],
    [{ _intent: 'undo', changeId: randomUUID() }, [404], '没有找到这条记录'],
    [{ _intent: 'cancel', jobId: randomUUID() }, [404], '没有找到这条记录'],
    [{ _intent: 'submit', _version: '1' }, [409], '已被他人修改'],
    [{ _intent: 'submit', _version: 'x' }, [403, 409, 422], ''],
    [{ _intent: 'apply' }, [409, 422], ''],
    [{ _intent: 'reject', reason: '' }, [409, 422], ''],
    [{ _intent: 'nothing' }, [400, 422], ''],
    [{ _intent: 'change' }, [422], ''],
    [
      {
        _intent: 'change',
        kind: 'quantity',
        requestLineId: randomUUID(),
        supplyId: 'x',
        quantity: '5',
        unitCode: 'x',
        reason: '试',
      },
      [404],
      '没有找到这条记录',
    ],
  ];
  for (const [fields, statuses, sentence] of forged) {
    const answer = await send('officer', own, { _version: now, ...fields });
    const text = await speaks(answer, statuses, JSON.stringify(fields));
    expect(text).toContain(sentence);
  }
  expect(await stateOf()).toEqual(before);
});
