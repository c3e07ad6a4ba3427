import { expect, test } from '@playwright/test';
import { paths } from '~/paths';
import {
  draftPlan,
  needRow,
  setPlanStage,
  signedIn,
  solved,
  submitAndApprove,
  type PlanStage,
} from '../support/plan-pages';
import { shoot, visit } from '../support/portal';

/** What a plan says where it cannot do what was asked: a pin that no longer holds, nothing left to solve, no room. */
let stage: PlanStage;
const [GUIHUA, MAOJIA] = ['桂花村', '毛家村'];

test.beforeAll(async () => {
  test.setTimeout(150_000);
  stage = await setPlanStage();
});
test.afterEach(() => expect(stage.failures).toEqual([]));
test.afterAll(() => stage.close());
test.setTimeout(150_000);

test('a pin is asked for all that is missing at once, and is left out by name once its goods are gone', async ({
  browser,
}) => {
  const { plans } = stage;
  const lotId = await plans.stock('football', 30);
  await plans.need('guihua', 'football', 20);
  const wanted = await plans.need('maojia', 'football', 20);
  const officer = await signedIn(browser, stage, 'officer');
  const second = await signedIn(browser, stage, 'secondofficer');
  const address = await draftPlan(officer, ['足球']);
  await needRow(officer, GUIHUA, '足球').getByRole('link', { name: '指定物资' }).click();
  await expect(officer.getByRole('heading', { level: 1, name: '指定物资 足球' })).toBeVisible();
  await officer.getByRole('button', { name: '调整并重新测算' }).click();
  const problems = officer.getByRole('alert');
  for (const field of ['用哪批物资', '数量', '原因']) {
    await expect(problems.getByRole('link', { name: new RegExp(field) })).toBeVisible();
  }
  await shoot(officer, 'plan-give-missing');
  await officer.getByLabel('用哪批物资').selectOption({ index: 1 });
  await officer.getByLabel('数量').fill('18');
  await officer.getByLabel('原因').fill('受灾更重');
  await officer.getByRole('button', { name: '调整并重新测算' }).click();
  await solved(officer);
  await expect(needRow(officer, GUIHUA, '足球')).toContainText('18 个');

  await submitAndApprove(officer, second, address);
  await plans.allocate(wanted, lotId, 15);
  await second.getByRole('button', { name: '执行方案' }).click();
  await expect(second.getByText(/处变动，不能直接执行/)).toBeVisible();
  await second.getByRole('button', { name: '重新测算' }).click();
  await solved(second);
  const notice = second.getByRole('status').filter({ hasText: '1 条人工指定没有用上' });
  await expect(notice).toContainText('桂花村活动中心 足球：原指定 18 个，这批物资剩下的不够');
  await expect(needRow(second, GUIHUA, '足球')).toContainText('14 个');
  await shoot(second, 'plan-left-out');
});

test('a solving that finds nothing left says why, and the former result stands', async ({
  browser,
}) => {
  const { plans } = stage;
  const lotId = await plans.stock('basketball', 12);
  const wanted = await plans.need('maojia', 'basketball', 20);
  const officer = await signedIn(browser, stage, 'officer');
  await draftPlan(officer, ['篮球']);
  await plans.allocate(wanted, lotId, 12);
  await officer.getByRole('button', { name: '按现在的库存重新测算' }).click();
  const trouble = officer.getByRole('alert');
  await expect(trouble).toContainText('测算没有完成');
  await expect(trouble).toContainText('所需物资已经没有可用库存，也没有待到货的认捐');
  await expect(needRow(officer, MAOJIA, '篮球')).toContainText('12 个');
  await shoot(officer, 'plan-failed');
});

test('a centre’s room is asked again on applying and at the desk, and the sentence says how much is left', async ({
  browser,
}) => {
  const { plans } = stage;
  const lotId = await plans.stock('quilt', 60);
  const wanted = await plans.need('huaping', 'quilt', 40);
  const officer = await signedIn(browser, stage, 'officer');
  const second = await signedIn(browser, stage, 'secondofficer');
  const address = await draftPlan(officer, ['棉被']);
  await submitAndApprove(officer, second, address);
  await plans.limit('huaping', 200);
  await second.getByRole('button', { name: '执行方案' }).click();
  await expect(
    second.getByText(/花坪村活动中心：方案运去的要占 [\d.]+ 立方米，那里只剩 0.2 立方米/),
  ).toBeVisible();
  await shoot(second, 'plan-no-room');
  expect(await plans.balancesOf(lotId)).toEqual({ stock: 60 });

  await visit(officer, paths.need(wanted));
  await expect(officer.getByText('中心还放得下')).toBeVisible();
  await officer.getByRole('button', { name: '确认分配' }).click();
  const refused = officer.getByRole('alert');
  await expect(refused).toContainText(/这次分配要占 [\d.]+ 立方米，那里只剩 0.2 立方米/);
  await shoot(officer, 'desk-no-room');
  expect(await plans.balancesOf(lotId)).toEqual({ stock: 60 });
});

test('who is worst off is named beside each alternative and each what-if, with the difference', async ({
  browser,
}) => {
  const { plans } = stage;
  await plans.stock('gloves', 40);
  await plans.need('guihua', 'gloves', 60);
  await plans.need('maojia', 'gloves', 40, { urgency: 'critical' });
  const officer = await signedIn(browser, stage, 'officer');
  await draftPlan(officer, ['保暖手套']);
  await officer.getByRole('link', { name: '并排对比' }).click();
  const figures = officer.getByRole('table', { name: '总体情况' });
  const worst = figures.getByRole('row', { name: /^满足最少的需求/ });
  await expect(worst.getByRole('link', { name: '文竹镇桂花村活动中心 保暖手套' })).toHaveCount(2);
  await expect(worst).toContainText(/比“公平底线 \d+%”[多少] [\d.]+ 个百分点/);
  await shoot(officer, 'plan-compare');

  await officer.getByRole('link', { name: '本方案' }).click();
  await officer.getByRole('link', { name: '假如' }).click();
  await officer.getByLabel('公平底线').fill('0');
  await officer.getByRole('button', { name: '试算' }).click();
  const tried = officer.getByRole('table', { name: '试算结果' });
  await expect(tried.getByRole('row', { name: /^满足最少的需求/ })).toContainText(
    /比“[^”]+”少 [\d.]+ 个百分点/,
  );
  await shoot(officer, 'plan-what-if-worst');
});

test('a box that two centres share is on no trip: the depot is told to open it, and then it is', async ({
  browser,
}) => {
  const { plans } = stage;
  await plans.pack(await plans.stock('school_bag', 30), 30);
  await plans.need('guihua', 'school_bag', 20);
  await plans.need('maojia', 'school_bag', 20);
  const officer = await signedIn(browser, stage, 'officer');
  const second = await signedIn(browser, stage, 'secondofficer');
  const address = await draftPlan(officer, ['书包']);
  await submitAndApprove(officer, second, address);
  await second.getByRole('button', { name: '执行方案' }).click();
  await expect(second.getByText('已执行，物资已经预留。')).toBeVisible();
  const depot = await signedIn(browser, stage, 'depot');
  await visit(depot, `${address}/trips`);
  const notice = depot.getByRole('status').filter({ hasText: '1 件箱包没有排进车次' });
  await expect(notice).toContainText(/贺州储备中心 \S+：方案留给/);
  await expect(notice).toContainText('书包 30 个');
  await shoot(depot, 'trips-left-out');
  await notice.getByRole('link', { name: /^去开箱/ }).click();
  await depot.getByRole('button', { name: '开箱' }).click();
  await expect(depot.getByText('已开箱，物资变为散装。')).toBeVisible();
  await visit(depot, `${address}/trips`);
  await expect(depot.getByRole('region', { name: /文竹镇/ }).first()).toContainText('14 个');
  await expect(depot.getByText(/没有排进车次/)).toHaveCount(0);
});

test('a county reads in the list how many needs of the city’s plan are its own', async ({
  browser,
}) => {
  const { plans } = stage;
  await plans.stock('skipping_rope', 30);
  await plans.need('guihua', 'skipping_rope', 20);
  await plans.need('maojia', 'skipping_rope', 20);
  const officer = await signedIn(browser, stage, 'officer');
  const address = await draftPlan(officer, ['跳绳']);
  await officer.getByRole('button', { name: '提交审定' }).click();
  await expect(officer.getByText('已提交，等待另一位工作人员审定。')).toBeVisible();
  const county = await signedIn(browser, stage, 'county');
  await visit(county, paths.plans);
  const row = county.getByRole('row').filter({ has: county.locator(`a[href="${address}"]`) });
  await expect(row.getByRole('cell', { name: '本辖区 1', exact: true })).toHaveCount(2);
  await shoot(county, 'plans-county');
});
