import { expect, test, type Browser, type Page } from '@playwright/test';
import { TEST_PASSWORD } from '~db/testing/people.server';
import { paths } from '~/paths';
import { openWatched, visit } from '../support/portal';
import { setStage, type Stage } from '../support/stage';
import { bringGloves, sendGloves } from '../support/stage-goods';
import type { Player } from '../support/cast';

/** What a person types wrongly comes back with a clear sentence and all that was typed; nothing is half saved. */
let stage: Stage;
const failures: string[] = [];

test.beforeAll(async () => {
  test.setTimeout(150_000);
  stage = await setStage();
});
test.afterEach(() => expect(failures).toEqual([]));
test.afterAll(() => stage.close());
test.setTimeout(120_000);

async function signedIn(browser: Browser, player: Player): Promise<Page> {
  const page = await openWatched(browser, stage.origin, failures);
  await page.goto(paths.signIn);
  await page.getByLabel('用户名或手机号').fill(player.toLowerCase());
  await page.getByLabel('密码').fill(TEST_PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await page.waitForURL((url) => url.pathname !== paths.signIn);
  return page;
}

async function counted(table: 'donation' | 'organisation' | 'receipt'): Promise<number> {
  const [row] = await stage.db.$client<{ count: number }[]>`
    select count(*)::int as count from ${stage.db.$client(table)}`;
  return row?.count ?? -1;
}

async function fillPledge(page: Page, item: string): Promise<ReturnType<Page['getByRole']>> {
  await visit(page, paths.newDonation);
  await page.getByLabel('送达地点').selectOption(stage.cast.world.depotPlaceId);
  const line = page.getByRole('group', { name: '第 1 行', exact: true });
  await line.getByLabel('物资').fill(item);
  await expect(line.getByRole('option', { name: /^[双套公]/ }).first()).toBeAttached();
  await line.getByLabel('金额（元）').fill('500');
  return line;
}

test('a pledge of impossible quantities, sizes and days is refused line by line', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'foundation');
  const before = await counted('donation');
  const line = await fillPledge(page, '保暖手套');
  const quantity = line.getByLabel('数量');
  const sentences: [typed: string, said: RegExp][] = [
    ['-3', /数量要大于 0/],
    ['0', /数量要大于 0/],
    ['1e12', /请用阿拉伯数字填写数量/],
    ['1000000000000', /数量太大了/],
    ['十', /请用阿拉伯数字填写数量/],
  ];
  for (const [typed, said] of sentences) {
    await quantity.fill(typed);
    await page.getByRole('button', { name: '提交认捐' }).click();
    await expect(page.getByRole('alert')).toContainText(said);
    await expect(line.getByText(said)).toBeVisible();
    await expect(quantity).toHaveValue(typed);
    await expect(line.getByLabel('金额（元）')).toHaveValue('500');
  }
  expect(await counted('donation')).toBe(before);
});

test('a size off the scheme and days that cannot be are told at their cells', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'foundation');
  const before = await counted('donation');
  const coats = await fillPledge(page, '儿童棉衣套装');
  await coats.getByLabel('其他尺码').fill('173');
  await coats.getByLabel('数量').last().fill('4');
  await page.getByRole('button', { name: '提交认捐' }).click();
  await expect(page.getByRole('alert')).toContainText('没有这个尺码');
  await expect(coats.getByLabel('其他尺码')).toHaveValue('173');

  const rice = await fillPledge(page, '大米');
  await rice.getByLabel('数量').fill('100');
  await rice.getByLabel('生产日期').fill('2026-06-01');
  await rice.getByLabel('保质期至').fill('2026-05-01');
  await page.getByRole('button', { name: '提交认捐' }).click();
  await expect(page.getByRole('alert')).toContainText('保质期要晚于生产日期');
  await expect(rice.getByLabel('保质期至')).toHaveValue('2026-05-01');

  // A browser's own date field does not take 31 February; without one it is typed.
  await rice.getByLabel('生产日期').evaluate((input: HTMLInputElement) => {
    input.type = 'text';
  });
  await rice.getByLabel('生产日期').fill('2026-02-31');
  await page.getByRole('button', { name: '提交认捐' }).click();
  await expect(page.getByRole('alert')).toContainText(/没有这一天/);
  await expect(rice.getByLabel('数量')).toHaveValue('100');
  expect(await counted('donation')).toBe(before);
});

test('a credit code with a wrong check character is told, and the rest is kept', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'administrator');
  const before = await counted('organisation');
  await visit(page, paths.registerOrganisation);
  await page.getByLabel('类别').selectOption({ label: '捐赠方' });
  await page.getByRole('textbox', { name: /^名称/ }).fill('错码基金会');
  await page.getByLabel('统一社会信用代码').fill('91310115MA1G4L1WXK');
  await page.getByLabel('区划').fill('451121000000');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('alert')).toContainText('校验位不对');
  await expect(page.getByLabel('统一社会信用代码')).toHaveValue('91310115MA1G4L1WXK');
  await expect(page.getByRole('textbox', { name: /^名称/ })).toHaveValue('错码基金会');
  expect(await counted('organisation')).toBe(before);
});

test('a receipt of more than was sent is refused with what is still to come', async ({
  browser,
}) => {
  const shipment = await sendGloves(stage, 12);
  const page = await signedIn(browser, 'centre');
  const before = await counted('receipt');
  await visit(page, paths.receiveShipment(shipment));
  const received = page.getByRole('region', { name: '保暖手套' }).getByLabel('这次收到');
  await received.fill('13');
  await page.getByRole('button', { name: '确认收货' }).click();
  await expect(page.getByRole('alert')).toContainText('还有 12 待收');
  await expect(received).toHaveValue('13');
  expect(await counted('receipt')).toBe(before);
});

test('the same form in a second tab has effect once; an outdated tab is told so', async ({
  browser,
}) => {
  const { donationId } = await bringGloves(stage, 7);
  const depot = await signedIn(browser, 'depot');
  await visit(depot, paths.donation(donationId));
  const second = await depot.context().newPage();
  await visit(second, paths.donation(donationId));
  for (const tab of [depot, second]) {
    await tab.getByText('办结这笔捐赠').click();
    await tab.getByLabel('原因').last().selectOption({ label: '已全部送达' });
  }
  await depot.getByRole('button', { name: '确认办结' }).click();
  await expect(depot.getByText('已办结', { exact: true }).first()).toBeVisible();
  await second.getByRole('button', { name: '确认办结' }).click();
  await expect(second.getByText(/已被他人修改|现在的状态不能办理/).first()).toBeVisible();

  // Pressed twice in one tab's history: the form carries its key, so the pledge is made once.
  const page = await signedIn(browser, 'foundation');
  const before = await counted('donation');
  const line = await fillPledge(page, '保暖手套');
  await line.getByLabel('数量').fill('30');
  await page.getByRole('button', { name: '提交认捐' }).dblclick();
  await expect(page.getByText('已认捐，待接受')).toBeVisible();
  expect(await counted('donation')).toBe(before + 1);
});

test('another foundation’s donation by its address is a page that was not found', async ({
  browser,
}) => {
  const { donationId } = await bringGloves(stage, 3);
  const page = await signedIn(browser, 'otherFoundation');
  const answer = await page.goto(paths.donation(donationId));
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: '没有找到这一页' })).toBeVisible();
  await expect(page.getByText('保暖手套')).toHaveCount(0);
  await page.getByRole('link', { name: '回到首页' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /您好/ })).toBeVisible();
});
