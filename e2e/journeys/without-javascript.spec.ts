import { expect, test, type Browser, type Page } from '@playwright/test';
import { TEST_PASSWORD } from '~db/testing/people.server';
import { paths } from '~/paths';
import type { Player } from '../support/cast';
import { openWatched } from '../support/portal';
import { day } from '../support/small-action-goods';
import { setStage, type Stage } from '../support/stage';
import { sendGloves } from '../support/stage-goods';

/** The main forms in a browser that runs no scripts: pledge, request, receive, sign-off with a typed name. */
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
  const page = await openWatched(browser, stage.origin, failures, { javaScriptEnabled: false });
  await page.goto(paths.signIn);
  await page.getByLabel('用户名或手机号').fill(player.toLowerCase());
  await page.getByLabel('密码').fill(TEST_PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /您好/ })).toBeVisible();
  return page;
}

test('a pledge in sizes: the form comes back with the sizes of what was named', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'foundation');
  await page.goto(paths.newDonation);
  await page.getByLabel('送达地点').selectOption(stage.cast.world.depotPlaceId);
  const line = page.getByRole('group', { name: '第 1 行', exact: true });
  await line.getByLabel('物资').fill('儿童棉衣套装');
  await line.getByLabel('金额（元）').fill('900');
  await page.getByRole('button', { name: '加一行' }).click();
  await expect(line.getByLabel('金额（元）')).toHaveValue('900');
  await line.getByRole('textbox', { name: '儿童棉衣套装 120' }).fill('-3');
  await page.getByRole('button', { name: '提交认捐' }).click();
  await expect(page.getByRole('alert')).toContainText('数量要大于 0');
  await expect(line.getByRole('textbox', { name: '儿童棉衣套装 120' })).toHaveValue('-3');
  await line.getByRole('textbox', { name: '儿童棉衣套装 120' }).fill('5');
  await page.getByRole('button', { name: '提交认捐' }).click();
  await expect(page.getByText('儿童棉衣套装：认捐 5 套')).toBeVisible();
});

test('a request grows item by item, is saved and submitted', async ({ browser }) => {
  const page = await signedIn(browser, 'centre');
  await page.goto(paths.newRequest);
  await page.getByLabel('受助人数').fill('9');
  await page.getByLabel('需用日期').fill(day(20));
  await page.getByLabel(/^物资/).selectOption({ label: '儿童棉衣套装' });
  await page.getByRole('button', { name: '加入' }).click();
  await expect(page.getByLabel('受助人数')).toHaveValue('9');
  await page.getByRole('textbox', { name: '儿童棉衣套装 130' }).fill('9');
  await page.getByRole('button', { name: '保存草稿' }).last().click();
  await expect(page.getByText('草稿已保存')).toBeVisible();
  await page.getByRole('button', { name: '提交审批' }).click();
  await expect(page.getByText('已提交，等待民政局审批。')).toBeVisible();
});

test('goods are received, listed for hand-out and signed for with a typed name', async ({
  browser,
}) => {
  const shipment = await sendGloves(stage, 12);
  const page = await signedIn(browser, 'centre');
  await page.goto(paths.shipment(shipment));
  await page.getByRole('link', { name: '收货', exact: true }).click();
  const gloves = page.getByRole('region', { name: '保暖手套' });
  await gloves.getByLabel('这次收到').fill('11');
  await gloves.getByText('有破损或短少').click();
  await gloves.getByLabel('短少', { exact: true }).fill('1');
  await gloves.getByLabel('短少原因').selectOption({ label: '途中丢失' });
  await page.getByRole('button', { name: '确认收货' }).click();
  await expect(page.getByText('收货已入账。')).toBeVisible();
  await expect(page.getByText('已收货', { exact: true }).first()).toBeVisible();

  await page.goto(paths.registerHousehold);
  await page.getByLabel('姓名', { exact: false }).first().fill('潘春莲');
  await page.getByRole('button', { name: '登记' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '潘春莲 一户' })).toBeVisible();
  await page.goto(paths.newHandout);
  await page.getByRole('button', { name: '开列名单' }).click();
  await page.getByLabel(/^潘春莲（户）/).check();
  await page.getByRole('button', { name: '加入名单' }).click();
  await page.locator('summary', { hasText: '签收' }).first().click();
  await page.getByRole('button', { name: '确认签收' }).click();
  await expect(page.getByText('请签名，或输入领取人的姓名').first()).toBeVisible();
  await page.getByLabel('不便手写时').fill('潘春莲');
  await page.getByRole('button', { name: '确认签收' }).click();
  await expect(page.getByText('已签收入账。')).toBeVisible();
  await expect(page.getByText('已领完')).toBeVisible();
});
