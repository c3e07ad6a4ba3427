import { randomUUID } from 'node:crypto';
import { expect, test, type Page } from '@playwright/test';
import { closeDonation } from '~/commands/close-donation.server';
import { paths } from '~/paths';
import { shoot, visit } from '../support/portal';
import { chooseDivision } from '../support/division-field';
import { signedIn } from '../support/signed-in';
import { day } from '../support/small-action-goods';
import { setStage, type Stage } from '../support/stage';
import { pledgeBags } from '../support/stage-goods';

/** Records that change and end: campaigns, households, places and organisations. */
let stage: Stage;
const failures: string[] = [];

test.beforeAll(async () => {
  test.setTimeout(150_000);
  stage = await setStage();
});
test.afterEach(() => expect(failures).toEqual([]));
test.afterAll(() => stage.close());
test.setTimeout(120_000);

const summary = (page: Page) => page.getByRole('alert').first();

test('a campaign is opened, amended and closed', async ({ browser }) => {
  const page = await signedIn(browser, { stage, failures }, 'bureau');
  await visit(page, paths.campaigns);
  await page.getByRole('link', { name: '发起行动' }).first().press('Enter');
  await expect(page.getByRole('heading', { name: '发起行动', level: 1 })).toBeVisible();
  await page.getByLabel('行动名称').fill('暖冬行动');
  await page.getByLabel('面向地区').selectOption({ index: 1 });
  await page.getByLabel('开始日期').fill(day(0));
  const end = page.getByLabel('结束日期');
  await end.fill(day(-1));
  await end.press('Enter');
  await expect(summary(page)).toContainText('结束日期不能早于开始日期');
  await expect(page.getByLabel('行动名称')).toHaveValue('暖冬行动');
  await end.fill('');
  await page.getByRole('button', { name: '发起', exact: true }).press('Enter');
  await expect(page.getByRole('heading', { name: '暖冬行动', level: 1 })).toBeVisible();

  await page.getByRole('link', { name: '修改行动' }).press('Enter');
  const name = page.getByLabel('行动名称');
  await expect(name).toHaveValue('暖冬行动');
  await name.fill(' ');
  await name.press('Enter');
  await expect(summary(page)).toContainText('行动名称');
  await name.fill('暖冬行动（第二期）');
  await end.fill(day(60));
  await end.press('Enter');
  await expect(page.getByText('行动已修改。')).toBeVisible();
  await expect(page.getByRole('heading', { name: '暖冬行动（第二期）' })).toBeVisible();

  const donor = await signedIn(browser, { stage, failures }, 'foundation');
  await visit(donor, paths.newDonation);
  const choice = donor.getByLabel('行动', { exact: true });
  await expect(choice.locator('option', { hasText: '暖冬行动（第二期）' })).toHaveCount(1);
  await page.getByRole('button', { name: '结束行动' }).press('Enter');
  await expect(page.getByText('行动已结束，不再接收新的捐赠和需求。')).toBeVisible();
  await expect(page.getByRole('link', { name: '修改行动' })).toHaveCount(0);
  await donor.reload();
  await expect(donor.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(donor.locator('option', { hasText: '暖冬行动' })).toHaveCount(0);
  await shoot(page, 'campaign-closed');
});

test('a household moves within its county, never out of it, and is ended', async ({ browser }) => {
  const page = await signedIn(browser, { stage, failures }, 'centre');
  await visit(page, paths.registerHousehold);
  await page.getByLabel('姓名').first().fill('韦大娘');
  await page.getByRole('button', { name: '登记', exact: true }).press('Enter');
  await expect(page.getByRole('heading', { name: '韦大娘 一户' })).toBeVisible();

  const amend = page.getByRole('region', { name: '修改资料' });
  await chooseDivision(page, '现居住地', '富川瑶族', '富川瑶族自治县');
  await amend.getByRole('button', { name: '保存', exact: true }).press('Enter');
  await expect(summary(page)).toContainText('居住地不在本中心所在的县');
  await shoot(page, 'household-refused');
  await chooseDivision(page, '现居住地', 'zpx bl', '北莱村委会');
  await amend.getByRole('button', { name: '保存', exact: true }).press('Enter');
  await expect(page.getByText('资料已更新。')).toBeVisible();
  await expect(page.getByRole('main')).toContainText('黄姚镇 北莱村委会');

  const address = new URL(page.url()).pathname;
  await page.getByLabel('注销原因').selectOption({ label: '迁出' });
  await page.getByRole('button', { name: '注销登记' }).press('Enter');
  await expect(page.getByText('已注销。')).toBeVisible();
  await expect(page.getByRole('link', { name: /韦大娘/ })).toHaveCount(0);
  await visit(page, address);
  await shoot(page, 'household-ended');
  await expect(page.getByRole('button', { name: '注销登记' })).toHaveCount(0);
});

test('a place and its organisation end once nothing is in the way, and come back', async ({
  browser,
}) => {
  const { world } = stage.cast;
  const { organisationId } = world.depot;
  const donationId = await pledgeBags(stage, 3);
  const page = await signedIn(browser, { stage, failures }, 'administrator');
  await visit(page, paths.organisation(organisationId));
  await expect(page.getByText('这家机构还有 1 处地点没有停用')).toBeVisible();
  await expect(page.getByRole('button', { name: '停用机构' })).toHaveCount(0);
  await page.getByRole('link', { name: '修改地点' }).press('Enter');
  await expect(page.getByText('还有 1 笔捐赠要送到这里，还不能停用。请先办结。')).toBeVisible();
  await expect(page.getByRole('button', { name: '停用地点' })).toHaveCount(0);
  await shoot(page, 'place-not-ended');

  const close = { donationId, version: 2, reason: 'donor_delivers_less' as const };
  const closed = await closeDonation(stage.env, { actor: world.depot, key: randomUUID() }, close);
  expect(closed.ok).toBe(true);
  await page.reload();
  await page.getByRole('button', { name: '停用地点' }).press('Enter');
  await expect(page.getByText('已停用')).toBeVisible();
  await page.getByRole('button', { name: '停用机构' }).press('Enter');
  await expect(page.getByText('已停用')).toHaveCount(2);

  await page.getByRole('button', { name: '恢复地点' }).press('Enter');
  await expect(page.getByLabel('恢复原因').first()).toBeFocused();
  await page.getByLabel('恢复原因').first().selectOption({ label: '停用错了' });
  await page.getByRole('button', { name: '恢复地点' }).press('Enter');
  await expect(summary(page)).toContainText('这个地点所属的机构已经停用。请先恢复机构');
  await expect(summary(page)).toBeFocused();
  await shoot(page, 'organisation-ended');

  await page.getByLabel('恢复原因').last().selectOption({ label: '停用错了' });
  await page.getByRole('button', { name: '恢复机构' }).press('Enter');
  await expect(page.getByText('已停用')).toHaveCount(1);
  await page.getByLabel('恢复原因').selectOption({ label: '停用错了' });
  await page.getByRole('button', { name: '恢复地点' }).press('Enter');
  await expect(page.getByText('已停用')).toHaveCount(0);
  await expect(page.getByText('恢复机构')).toBeVisible();
  await shoot(page, 'organisation-restored');

  // Its people are back as well.
  const keeper = await signedIn(browser, { stage, failures }, 'depot');
  await visit(keeper, paths.intake);
  await expect(keeper.getByRole('heading', { name: '入库', level: 1 })).toBeVisible();
});
