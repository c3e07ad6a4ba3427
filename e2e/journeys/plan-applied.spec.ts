import { expect, test } from '@playwright/test';
import { paths } from '~/paths';
import {
  draftPlan,
  figure,
  needRow,
  setPlanStage,
  signedIn,
  submitAndApprove,
  type PlanStage,
} from '../support/plan-pages';
import { shoot, visit } from '../support/portal';

/** From open needs to an applied plan and its shipments; what a person changes; who gets nothing, and why. */
let stage: PlanStage;
const [GUIHUA, MAOJIA, HUAPING] = ['桂花村', '毛家村', '花坪村'];

test.beforeAll(async () => {
  test.setTimeout(150_000);
  stage = await setPlanStage();
});
test.afterEach(() => expect(stage.failures).toEqual([]));
test.afterAll(() => stage.close());
test.setTimeout(150_000);

test('needs become a plan that two officers decide, and the depot drafts its shipments', async ({
  browser,
}) => {
  const { plans } = stage;
  await plans.stock('quilt', 40);
  await plans.need('guihua', 'quilt', 60);
  await plans.need('maojia', 'quilt', 40, { urgency: 'urgent' });
  await plans.need('huaping', 'quilt', 20, { group: 'elderly' });
  const officer = await signedIn(browser, stage, 'officer');
  const address = await draftPlan(officer, ['棉被']);

  // 40 quilts for 120: a third each could have; four fifths of that are sure, the rest goes where it is worth most.
  await expect(figure(officer, '人人可达到的满足率')).toContainText('33.3%');
  await expect(figure(officer, '一点没有的需求')).toContainText('0%');
  await expect(needRow(officer, MAOJIA, '棉被')).toContainText('19 床');
  await expect(needRow(officer, GUIHUA, '棉被')).toContainText('16 床');
  await expect(needRow(officer, GUIHUA, '棉被')).toContainText('按公平底线，至少保证 16 床');
  await expect(needRow(officer, HUAPING, '棉被')).toContainText('贺州储备中心');
  const county = officer.getByRole('table', { name: '按县（区）' });
  await expect(county.getByRole('row', { name: '昭平县' })).toContainText('26.7%');
  await expect(officer.getByRole('table', { name: '按人群' })).toContainText('老人');
  await shoot(officer, 'plan-drafted');

  const price = officer.getByRole('table', { name: '公平的代价' });
  await price.getByRole('button', { name: '选用 100%' }).click();
  await expect(officer.getByText('已选用。')).toBeVisible();
  await expect(price.getByRole('row', { name: '100%' })).toContainText('本方案');
  await expect(needRow(officer, GUIHUA, '棉被')).toContainText('20 床');
  const second = await signedIn(browser, stage, 'secondofficer');
  await submitAndApprove(officer, second, address);

  await second.getByRole('button', { name: '执行方案' }).click();
  await expect(second.getByText('已执行，物资已经预留。')).toBeVisible();
  await expect(second.getByText('已执行', { exact: true }).first()).toBeVisible();

  const depot = await signedIn(browser, stage, 'depot');
  await visit(depot, paths.shipments);
  await depot.getByRole('link', { name: /贺州市/ }).click();
  await expect(depot.getByRole('heading', { level: 1, name: '车次' })).toBeVisible();
  const trip = depot.getByRole('region', { name: /第 2 车 · 贺州储备中心 → 福利镇/ }).first();
  await expect(trip).toContainText('约 82 公里');
  await expect(trip.getByRole('row').nth(1)).toContainText('1　福利镇毛家村活动中心');
  await expect(trip.getByRole('row').nth(2)).toContainText('2　福利镇花坪村活动中心');
  await shoot(depot, 'plan-trips');
  await depot.getByRole('button', { name: '开出运单草稿' }).click();
  await expect(depot.getByText('已开出 3 张运单草稿。')).toBeVisible();
  await shoot(depot, 'plan-trips-drafted');
  await depot.getByRole('link', { name: '看运单' }).click();
  await expect(depot.getByRole('row', { name: /待发出/ })).toHaveCount(3);
  await expect(depot.getByRole('row', { name: /桂花村/ })).toContainText('棉被');
  await shoot(depot, 'plan-shipments');
});
