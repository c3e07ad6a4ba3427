import { expect, test, type Page } from '@playwright/test';
import { paths } from '~/paths';
import { shoot, visit } from '../support/portal';
import { signedIn } from '../support/signed-in';
import { day } from '../support/small-action-goods';
import { setStage, type Stage } from '../support/stage';
import { draftGloves } from '../support/stage-goods';

/** A draft shipment drawn up anew, and a kit from the catalogue to the shelf. */
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

test('a draft is drawn up anew: a box is packed, and its free stock stays on it', async ({
  browser,
}) => {
  const shipmentId = await draftGloves(stage, 20, 5);
  const page = await signedIn(browser, { stage, failures }, 'depot');
  await visit(page, paths.shipment(shipmentId));
  await page.getByRole('link', { name: '修改发运清单' }).press('Enter');
  const row = (name: RegExp) => page.getByRole('row', { name });
  const held = row(/四点半课堂.*散装/).getByLabel('这次发出');
  const free = row(/未分配的库存/).getByLabel('这次发出');
  await expect(held).toHaveValue('20');
  await expect(free).toHaveValue('5');
  await held.fill('21');
  await held.press('Enter');
  await expect(summary(page)).toContainText('20');
  await expect(held).toHaveValue('21');
  await shoot(page, 'shipment-edit-refused');

  await held.fill('12');
  await free.fill('');
  await page.getByRole('button', { name: '把以上数量装成一箱' }).press('Enter');
  await expect(page.getByText('已装箱。')).toBeVisible();
  await expect(held).toHaveValue('8');
  await expect(free).toHaveValue('5');
  await expect(row(/四点半课堂.*P[0-9A-Z-]{9,}/).getByLabel('整箱')).toBeChecked();
  await shoot(page, 'shipment-edit');
  await page.setViewportSize({ width: 390, height: 844 });
  await shoot(page, 'shipment-edit-390');

  await held.fill('3');
  await held.press('Enter');
  await expect(page.getByText('清单已修改')).toBeVisible();
  const lines = await stage.db.$client<{ quantity: number; free: boolean }[]>`
    select quantity::int, allocation_line_id is null as free from shipment_line
    where shipment_id = ${shipmentId} order by quantity`;
  expect(lines).toEqual([
    { quantity: 3, free: false },
    { quantity: 5, free: true },
    { quantity: 12, free: false },
  ]);
});

test('a kit is made, pledged and counted in as the items that it holds', async ({ browser }) => {
  const administrator = await signedIn(browser, { stage, failures }, 'administrator');
  await visit(administrator, paths.newKit);
  await administrator.getByLabel('中文名称').fill('过冬手套大米包');
  await administrator.getByLabel('英文名称').fill('Winter pack');
  await administrator.getByLabel('代码').fill('winter_pack');
  await administrator.getByLabel('品类').selectOption({ index: 1 });
  await administrator.getByLabel('一套叫什么').fill('份');
  const english = administrator.getByLabel('一套的英文叫法');
  await english.fill('pack');
  await english.press('Enter');
  await expect(summary(administrator)).toContainText('一套里至少要有一件物资。');
  const part = (at: number) => administrator.getByLabel(`第 ${at} 件`, { exact: false });
  const option = (text: RegExp) =>
    administrator.getByRole('option', { name: text }).first().getAttribute('value');
  await part(1)
    .first()
    .selectOption((await option(/保暖手套.*双/)) ?? '');
  await administrator.getByLabel('数量').nth(0).fill('2');
  await part(2)
    .first()
    .selectOption((await option(/大米.*10公斤/)) ?? '');
  const bags = administrator.getByLabel('数量').nth(1);
  await bags.fill('零');
  await bags.press('Enter');
  await expect(summary(administrator)).toContainText('请用阿拉伯数字填写数量');
  // Refused a second time: it is told again, with the focus.
  await expect(summary(administrator)).toBeFocused();
  await shoot(administrator, 'kit-refused');
  await administrator.setViewportSize({ width: 390, height: 844 });
  await shoot(administrator, 'kit-refused-390');
  await bags.fill('1');
  await bags.press('Enter');
  await expect(administrator.getByRole('heading', { name: '过冬手套大米包' })).toBeVisible();

  const donor = await signedIn(browser, { stage, failures }, 'foundation');
  await visit(donor, paths.newDonation);
  await donor.getByLabel('送达地点').selectOption(stage.cast.world.depotPlaceId);
  const line = donor.getByRole('group', { name: '第 1 行', exact: true });
  await line.getByLabel('物资').fill('过冬手套大米包');
  await expect(line.getByLabel('单位').locator('option:checked')).toHaveText('份');
  await line.getByLabel('数量').fill('4');
  await line.getByLabel('金额（元）').fill('600');
  await donor.getByRole('button', { name: '提交认捐' }).press('Enter');
  await expect(donor.getByText('已认捐，待接受')).toBeVisible();
  await shoot(donor, 'kit-pledged');
  const donation = new URL(donor.url()).pathname;

  const page = await signedIn(browser, { stage, failures }, 'depot');
  await visit(page, donation);
  await page.getByRole('button', { name: '全部接受' }).press('Enter');
  await expect(page.getByText('已接受', { exact: true }).first()).toBeVisible();
  await page.getByRole('link', { name: '清点入库' }).press('Enter');
  await expect(page.getByRole('heading', { name: '清点入库', level: 1 })).toBeVisible();
  // Rice is counted in what the kit was made of, never in grams.
  await expect(page.getByText('待送达 40 公斤')).toBeVisible();
  await shoot(page, 'kit-count');
  await page.setViewportSize({ width: 390, height: 844 });
  await shoot(page, 'kit-count-390');
  const sound = page.getByLabel('完好');
  await sound.nth(0).fill('8');
  await sound.nth(1).fill('-1');
  await page.getByLabel('保质期至').fill(day(300));
  await sound.nth(1).press('Enter');
  await expect(summary(page)).toContainText('数量');
  await expect(sound.nth(0)).toHaveValue('8');
  await sound.nth(1).fill('40');
  await page.getByRole('button', { name: '确认入库' }).press('Enter');
  await expect(page.getByText(/保暖手套：完好 8 双/)).toBeVisible();
  await expect(page.getByText(/大米：完好 40 公斤/)).toBeVisible();
});
