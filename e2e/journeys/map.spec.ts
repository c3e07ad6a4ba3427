import { randomUUID } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { approveRequest } from '~/commands/approve-request.server';
import { draftRequest } from '~/commands/draft-request.server';
import { submitRequest } from '~/commands/submit-request.server';
import type { Actor } from '~/domain/actor';
import { paths } from '~/paths';
import { TEST_PASSWORD } from '~db/testing/people.server';
import type { Player } from '../support/cast';
import { openWatched, shoot, visit } from '../support/portal';
import { setStage, type Stage } from '../support/stage';
import { bringGloves, sendGloves } from '../support/stage-goods';

/** The map: filtered and sent on, allocated from, and as the public sees it. */
let stage: Stage;
const failures: string[] = [];
const sizes = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
];

test.beforeAll(async () => {
  test.setTimeout(150_000);
  stage = await setStage();
  await sendGloves(stage, 12);
  await bringGloves(stage, 90);
  await askForGloves(20);
});
test.afterEach(() => expect(failures).toEqual([]));
test.afterAll(() => stage.close());
test.setTimeout(120_000);

async function askForGloves(headCount: number): Promise<void> {
  const { env, cast } = stage;
  const { centre, bureau, programmeId, item } = cast.world;
  const by = (actor: Actor) => ({ actor, key: randomUUID() });
  const gloves = { itemId: item('gloves'), itemCode: 'gloves', size: '', unitCode: 'piece' };
  const drafted = await draftRequest(env, by(centre), {
    programmeId,
    headCount,
    needBy: '2099-03-01',
    urgency: 'urgent',
    urgencyReason: '降温',
    lines: [{ ...gloves, quantity: headCount, largerSizeServes: false }],
  });
  if (!drafted.ok) throw new Error(drafted.error.code);
  const { requestId } = drafted.value;
  await submitRequest(env, by(centre), { requestId, version: 1 });
  const approved = await approveRequest(env, by(bureau), {
    requestId,
    version: 2,
    note: null,
    lines: [],
  });
  if (!approved.ok) throw new Error(approved.error.code);
}

async function signedIn(browser: Browser, player: Player, viewport = sizes[1]): Promise<Page> {
  const page = await openWatched(browser, stage.origin, failures, viewport && { viewport });
  await page.goto(paths.signIn);
  await page.getByLabel('用户名或手机号').fill(player.toLowerCase());
  await page.getByLabel('密码').fill(TEST_PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await page.waitForURL((url) => url.pathname !== paths.signIn);
  return page;
}

const centreLink = (page: Page) =>
  page.getByRole('region', { name: '活动中心' }).getByRole('rowheader').getByRole('link');

for (const viewport of sizes) {
  test(`an officer filters, and a colleague sees the same at ${viewport.width} px`, async ({
    browser,
  }) => {
    const page = await signedIn(browser, 'bureau', viewport);
    await visit(page, paths.map);
    await page.getByLabel('满足率').selectOption({ label: '尚未满足' });
    await page.getByText('更多筛选').click();
    await page.getByLabel('紧急程度（及以上）').selectOption({ label: '紧急' });
    await page.getByRole('button', { name: '筛选' }).click();
    await page.waitForURL(/fill=none.*urgency=urgent/);
    await expect(centreLink(page)).toHaveCount(1);
    await expect(page.getByRole('region', { name: '地图' })).toBeVisible();
    // What is looked at goes with the filters.
    const sheet = page.getByRole('region', { name: '地图' });
    await sheet.focus();
    await page.keyboard.press('-');
    await expect.poll(() => new URL(page.url()).searchParams.get('zoom')).toMatch(/^\d+$/);
    await expect(sheet).toHaveAttribute('data-zoom', new URL(page.url()).searchParams.get('zoom')!);
    const mark = /，等待 20 人，已满足 0%/;
    await expect(sheet.getByRole('button', { name: mark })).toBeVisible();
    await shoot(page, `map-${viewport.width}`);
    const colleague = await signedIn(browser, 'bureau', viewport);
    await visit(colleague, page.url());
    await expect(centreLink(colleague)).toHaveCount(1);
    await expect(colleague.getByLabel('满足率')).toHaveValue('none');
    await expect(colleague.getByLabel('紧急程度（及以上）')).toHaveValue('urgent');
    const same = colleague.getByRole('region', { name: '地图' });
    const zoom = (await sheet.getAttribute('data-zoom')) ?? '';
    await expect(same).toHaveAttribute('data-zoom', zoom);
    await expect(same.getByRole('button', { name: mark })).toBeVisible();
    expect(new URL(colleague.url()).searchParams.get('bbox')).toBe(
      new URL(page.url()).searchParams.get('bbox'),
    );
    const axe = await new AxeBuilder({ page: colleague }).analyze();
    expect(axe.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });
}

for (const viewport of sizes) {
  test(`an officer opens a centre and allocates from the map at ${viewport.width} px`, async ({
    browser,
  }) => {
    // Two requests of one centre are open: the one chosen on the map is the one on the desk.
    await askForGloves(6);
    await askForGloves(7);
    const page = await signedIn(browser, 'bureau', viewport);
    await visit(page, paths.map);
    await page.getByRole('button', { name: /，等待 \d+ 人/ }).click();
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
    await expect(page.getByText('四点半课堂').first()).toBeVisible();
    await shoot(page, `map-panel-${viewport.width}`);
    const allocate = page.getByRole('link', { name: '去分配' });
    const asked = page.getByRole('article').filter({ hasText: '7 人' }).filter({ has: allocate });
    await asked.getByRole('link', { name: '去分配' }).click();
    await page.waitForURL(/\/desk\?request=/);
    await expect(page.getByText('这一份需求')).toBeVisible();
    await expect(page.getByRole('rowheader')).toHaveCount(1);
    await shoot(page, `desk-of-request-${viewport.width}`);
    await page.getByRole('rowheader').getByRole('link').click();
    await page.getByRole('button', { name: /预留|分配/ }).click();
    await page.waitForURL(/\/allocations\//);
    await visit(page, paths.desk);
    await expect(page.getByRole('rowheader').nth(1)).toBeVisible();
  });
}

test('another county sees none of it, nor by a forged address', async ({ browser }) => {
  const page = await signedIn(browser, 'foreignBureau');
  await visit(page, `${paths.map}?centre=${stage.cast.world.centrePlaceId}&division=451121`);
  await expect(page.getByText('没有符合条件的活动中心')).toBeVisible();
  await expect(page.getByText('没有找到这个活动中心')).toBeVisible();
  await expect(page.getByText('所选区划不在您的查看范围内')).toBeVisible();
});

for (const javaScriptEnabled of [true, false]) {
  test(`a township is typed into the filter ${javaScriptEnabled ? 'and chosen' : 'without JavaScript'}`, async ({
    browser,
  }) => {
    const storageState = await stage.cast.as.bureau.storageState();
    const options = { javaScriptEnabled, storageState, viewport: sizes[0]! };
    const page = await openWatched(browser, stage.origin, failures, options);
    if (javaScriptEnabled) await visit(page, paths.map);
    else await page.goto(paths.map);
    const division = page.getByLabel('区划', { exact: true });
    await division.fill('没有这个地方');
    await page.getByRole('button', { name: '筛选' }).click();
    await expect(page.getByText('没有找到这个地方')).toBeVisible();
    await expect(division).toHaveValue('没有这个地方');
    await expect(centreLink(page)).toHaveCount(1);
    await division.fill('黄姚镇');
    await page.getByRole('button', { name: '筛选' }).click();
    await page.waitForURL(/division=451121102(&|$)/);
    await expect(page.getByText('没有符合条件的活动中心')).toBeVisible();
    await expect(division).toHaveValue(/黄姚镇 451121102000/);
    await division.fill('昭平镇');
    await page.getByRole('button', { name: '筛选' }).click();
    await page.waitForURL(/division=451121100(&|$)/);
    await expect(centreLink(page)).toHaveCount(1);
  });
}

test('a window of the whole world at zoom 99 is answered, and says what was changed', async () => {
  const answer = await stage.cast.as.bureau.get(
    `${paths.mapView}?bbox=-180,-90,180,90&zoom=99&urgency=1`,
  );
  expect(answer.status()).toBe(200);
  const { marks, notes } = (await answer.json()) as {
    marks: unknown[];
    notes: { code: string }[];
  };
  expect(marks).toHaveLength(1);
  expect(notes.map((note) => note.code)).toEqual(['map.filter', 'map.zoom', 'map.window_large']);
  const tag = answer.headers()['etag'] ?? '';
  const again = await stage.cast.as.bureau.get(answer.url(), { headers: { 'If-None-Match': tag } });
  expect(again.status()).toBe(304);
});

for (const viewport of sizes) {
  test(`anybody reads the public map at ${viewport.width} px, without JavaScript too`, async ({
    browser,
  }) => {
    for (const javaScriptEnabled of [true, false]) {
      const options = { viewport, javaScriptEnabled };
      const page = await openWatched(browser, stage.origin, failures, options);
      await page.goto(`${paths.publicMap}?county=459999`);
      await expect(page.getByText('没有找到要看的县')).toBeVisible();
      await page.goto(paths.publicMap);
      await page.getByRole('rowheader').getByRole('link').click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('昭平县');
      await expect(page.getByRole('region', { name: '按乡镇' })).toBeVisible();
      await expect(page.getByText('四点半课堂')).toHaveCount(0);
      if (!javaScriptEnabled) continue;
      await shoot(page, `public-map-${viewport.width}`);
      const axe = await new AxeBuilder({ page }).analyze();
      expect(axe.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    }
  });
}
