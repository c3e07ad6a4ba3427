import { expect, test } from '@playwright/test';
import { paths } from '~/paths';
import { setPlanStage, signedIn, type PlanStage } from '../support/plan-pages';
import { shoot, visit } from '../support/portal';

/** "What should we give?": a foundation reads what is missing, by county and by programme, and nothing about anybody. */
let stage: PlanStage;

test.beforeAll(async () => {
  test.setTimeout(150_000);
  stage = await setPlanStage();
  const { plans } = stage;
  await plans.need('guihua', 'padded_set_child', 90, { size: '120', urgency: 'critical' });
  await plans.need('maojia', 'padded_set_child', 60, { size: '120' });
  await plans.need('huaping', 'quilt', 30, { group: 'elderly' });
  await plans.stock('quilt', 20);
});
test.afterEach(() => expect(stage.failures).toEqual([]));
test.afterAll(() => stage.close());
test.setTimeout(150_000);

test('a foundation reads what to give, most useful first, with nobody’s name', async ({
  browser,
}) => {
  const page = await signedIn(browser, stage, 'foundation');
  await visit(page, paths.home);
  await page.getByRole('link', { name: '最缺什么' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: '最缺什么' })).toBeVisible();
  await shoot(page, 'wanted');
  const table = page.getByRole('table', { name: '最缺什么' });
  const rows = table.getByRole('row').filter({ hasNot: page.getByRole('columnheader') });
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(0)).toContainText('儿童棉衣套装 120');
  await expect(rows.nth(0)).toContainText('150 套');
  await expect(rows.nth(0)).toContainText('昭平县');
  await expect(rows.nth(0)).toContainText('儿童');
  await expect(rows.nth(1)).toContainText('10 床');
  await expect(rows.nth(1)).toContainText('富川瑶族自治县');
  await expect(rows.nth(1)).toContainText('老人');
  // Totals alone: no village, no programme's or person's name, neither on the page nor in what was sent for it.
  const sent = await (await page.request.get(paths.wantedGoods)).text();
  for (const name of ['桂花村', '毛家村', '花坪村', '四点半课堂', '长者之家', '龙明秋', '黄立冬']) {
    expect(sent).not.toContain(name);
  }
  await rows.nth(0).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('登记认捐');
});

test('a depot has no business there', async ({ browser }) => {
  const page = await signedIn(browser, stage, 'depot');
  const answer = await page.goto(paths.wantedGoods);
  expect(answer?.status()).toBe(403);
});
