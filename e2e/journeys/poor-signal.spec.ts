import { expect, test } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { job } from '~db/schema/job';
import { cutNetwork } from '../support/network';
import { draftPlan, setPlanStage, signedIn, solved, type PlanStage } from '../support/plan-pages';
import { paths } from '~/paths';
import { shoot, visit } from '../support/portal';

/** The network is gone for some seconds: a page that asks by itself stays as it is, and asks again. */
let stage: PlanStage;

test.beforeAll(async () => {
  test.setTimeout(150_000);
  stage = await setPlanStage();
});
test.afterEach(() => expect(stage.failures).toEqual([]));
test.afterAll(() => stage.close());
test.setTimeout(150_000);

test('a plan under way is shown once it is solved, though the network was gone meanwhile', async ({
  browser,
}) => {
  const { plans, db } = stage;
  await plans.stock('basketball', 20);
  await plans.need('guihua', 'basketball', 20);
  const officer = await signedIn(browser, stage, 'officer');
  const address = await draftPlan(officer, ['篮球']);
  const tell = (status: 'running' | 'done') =>
    db
      .update(job)
      // No worker of the server takes it: it seems to be in the hands of another.
      .set({ status, leaseUntil: new Date(Date.now() + 3_600_000) })
      .where(eq(job.subjectId, address.split('/').at(-1) ?? ''));
  await tell('running');
  await visit(officer, address);
  await expect(officer.getByText('正在测算')).toBeVisible();
  const network = await cutNetwork(officer);
  await expect.poll(network.asked).toBeGreaterThan(2);
  await expect(officer.getByText('正在测算')).toBeVisible();
  await network.back();
  await tell('done');
  await expect(officer.getByText('正在测算')).toHaveCount(0);
  await expect(officer.getByRole('table', { name: '总体情况' })).toBeVisible();
});

test('a form that is sent without a network keeps what was typed, and goes off once there is one', async ({
  browser,
}) => {
  const { plans } = stage;
  await plans.stock('football', 20);
  await plans.need('guihua', 'football', 20);
  const officer = await signedIn(browser, stage, 'officer');
  await visit(officer, paths.newPlan);
  await officer.getByRole('checkbox', { name: '足球', exact: true }).check();
  const network = await cutNetwork(officer);
  await officer.getByRole('button', { name: '起草并测算' }).click();
  await expect(officer.getByText('没有网络')).toBeVisible();
  await shoot(officer, 'no-network');
  await expect(officer.getByRole('checkbox', { name: '足球', exact: true })).toBeChecked();
  await network.back();
  await solved(officer);
  await expect(officer.getByText('没有网络')).toHaveCount(0);
});

test('what is given up while it waits does not come after all, and nobody waits for it', async ({
  browser,
}) => {
  const officer = await signedIn(browser, stage, 'officer');
  const follow = (name: string) =>
    officer.getByRole('navigation').getByRole('link', { name, exact: true }).click();
  const stands = (name: string) =>
    expect(officer.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
  const waits = officer.getByText('没有网络');
  await visit(officer, paths.plans);
  // The scripts of pages that were opened before are there.
  for (const name of ['需求', '行动', '分配方案']) {
    await follow(name);
    await stands(name);
  }

  const network = await cutNetwork(officer);
  await follow('需求');
  await expect(waits).toBeVisible();
  await follow('行动');
  await stands('分配方案');
  await expect(waits).toBeVisible();
  await network.back();
  await stands('行动');
  await expect(waits).toHaveCount(0);

  const requests = await cutNetwork(officer, `**${paths.requests}.data*`);
  await follow('需求');
  await expect(waits).toBeVisible();
  await follow('分配方案');
  await stands('分配方案');
  await expect(waits).toHaveCount(0);
  await requests.back();
  await follow('行动');
  await stands('行动');
  await follow('需求');
  await stands('需求');
  await expect(waits).toHaveCount(0);
});
