import {
  expect,
  type Browser,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from '@playwright/test';
import { closeDatabase, type Database } from '~db/client.server';
import { TEST_PASSWORD } from '~db/testing/people.server';
import { paths } from '~/paths';
import { databaseOf } from './handout-world';
import { makePlanWorld, type PlanWorld } from './plan-world';
import { hydrated, openWatched, startPortal, visit, type Portal } from './portal';

/** A portal of a spec's own with needs and goods to plan for. */
export interface PlanStage extends Pick<Portal, 'origin' | 'failures' | 'close'> {
  db: Database;
  plans: PlanWorld;
}

export async function setPlanStage(): Promise<PlanStage> {
  const portal = await startPortal();
  const db = databaseOf(portal.dataDir);
  const plans = await makePlanWorld(db);
  const close = async () => {
    await closeDatabase(db);
    await portal.close();
  };
  return { origin: portal.origin, failures: portal.failures, db, plans, close };
}

/** A browser of somebody's own, signed in. */
export async function signedIn(
  browser: Browser,
  { origin, failures }: PlanStage,
  userName: string,
  options?: BrowserContextOptions,
): Promise<Page> {
  const page = await openWatched(browser, origin, failures, options);
  await visit(page, paths.signIn);
  await page.getByLabel('用户名或手机号').fill(userName);
  await page.getByLabel('密码').fill(TEST_PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await page.waitForURL((url) => url.pathname !== paths.signIn);
  return page;
}

/** Drafts a plan for the whole prefecture about these items alone; answers its address once it is solved. */
export async function draftPlan(page: Page, items: readonly string[]): Promise<string> {
  await visit(page, paths.plans);
  await page.getByRole('link', { name: '起草分配方案' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: '起草分配方案' })).toBeVisible();
  for (const item of items) await page.getByRole('checkbox', { name: item, exact: true }).check();
  await page.getByRole('button', { name: '起草并测算' }).click();
  await solved(page);
  return new URL(page.url()).pathname;
}

/** The page asks by itself until the worker has answered. */
export async function solved(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: /^分配方案 · / })).toBeVisible();
  await expect(page.getByRole('table', { name: '总体情况' })).toBeVisible();
  await expect(page.getByText('正在测算')).toHaveCount(0);
}

/** The row of a need, among the results one by one. */
export function needRow(page: Page, place: string, item: string) {
  return page
    .getByRole('table', { name: '逐项结果' })
    .getByRole('row')
    .filter({ hasText: place })
    .filter({ hasText: item });
}

/** Opens the form behind the only line of the row, fills it and sends it. */
export async function changeLine(
  row: Locator,
  change: { to?: string; forbid?: boolean; reason: string },
): Promise<void> {
  const form = row.getByRole('group').filter({ hasText: '调整' }).first();
  if (!(await form.getByLabel('原因').isVisible()))
    await row.getByText('调整', { exact: true }).click();
  await row.getByLabel(change.forbid ? '不用这批' : '改数量').check();
  if (change.to) await row.getByLabel('数量', { exact: true }).fill(change.to);
  await row.getByLabel('原因').fill(change.reason);
  await row.getByRole('button', { name: '调整并重新测算' }).click();
}

export function figure(page: Page, name: string | RegExp) {
  return page.getByRole('table', { name: '总体情况' }).getByRole('row', { name });
}

/** One officer submits, the other approves; the other's page stays open before it is applied. */
export async function submitAndApprove(
  officer: Page,
  second: Page,
  address: string,
): Promise<void> {
  await officer.getByRole('button', { name: '提交审定' }).click();
  await expect(officer.getByText('已提交，等待另一位工作人员审定。')).toBeVisible();
  await visit(second, address);
  await second.getByRole('button', { name: '审定通过' }).click();
  await expect(second.getByText('已审定通过，可以执行了。')).toBeVisible();
  await hydrated(second);
}
