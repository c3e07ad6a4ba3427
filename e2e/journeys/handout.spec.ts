import { expect, test, type Page } from '@playwright/test';
import { closeDatabase, type Database } from '~db/client.server';
import { TEST_PASSWORD } from '~db/testing/people.server';
import { databaseOf, makeHandoutWorld } from '../support/handout-world';
import {
  freePort,
  startServer,
  statusOf,
  stopLeftServers,
  temporaryDataDir,
} from '../support/server-process';

let origin: string;
let db: Database;
let bring: Awaited<ReturnType<typeof makeHandoutWorld>>;
const data = temporaryDataDir();

test.beforeAll(async () => {
  test.setTimeout(120_000);
  const port = String(await freePort());
  startServer({ PORT: port, NUANQIAO_DATA_DIR: data.path, LOG_LEVEL: 'warn' });
  origin = `http://localhost:${port}`;
  await expect.poll(() => statusOf(`${origin}/readyz`), { timeout: 90_000 }).toBe(200);
  db = databaseOf(data.path);
  bring = await makeHandoutWorld(db);
});
test.afterAll(async () => {
  await closeDatabase(db);
  await stopLeftServers();
  data.remove();
});

test.describe.configure({ mode: 'serial' });

async function signIn(page: Page) {
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel('用户名').fill('lanfang');
  await page.getByLabel('密码').fill(TEST_PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

test('a coordinator registers a household, hands out on a phone, and undoes it', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await signIn(page);

  await page.goto(`${origin}/register/households/new`);
  await page.getByLabel('姓名', { exact: false }).first().fill('韦阿婆');
  await page.getByLabel('身份证号').fill('459900194802150028');
  await page.getByRole('button', { name: '登记' }).click();
  await expect(page.getByRole('alert')).toContainText('身份证号');
  await page.getByLabel('身份证号').fill('459900194802150027');
  await page.getByLabel('类别').selectOption('left_behind_elderly');
  await page.getByRole('button', { name: '登记' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('韦阿婆 一户');
  await expect(page.getByText('**************0027')).toBeVisible();
  await shoot(page, 'household');

  await page.getByLabel('姓名', { exact: false }).first().fill('韦小妹');
  await page.getByLabel('与户主关系').selectOption('grandchild');
  await page.getByLabel('出生日期').fill('2015-06-01');
  await page.getByLabel('类别').selectOption('left_behind_child');
  await page.getByRole('button', { name: '添加家庭成员' }).click();
  await expect(page.getByRole('link', { name: '韦小妹' })).toBeVisible();

  await page.goto(`${origin}/register`);
  await page.getByLabel('查找受助人').fill('小妹');
  await page.getByRole('button', { name: '查找' }).click();
  await expect(page.getByText('韦小妹')).toBeVisible();
  expect(page.url()).not.toContain(encodeURIComponent('小妹'));
  await shoot(page, 'register');

  await page.goto(`${origin}/handouts/new`);
  await page.getByRole('button', { name: '开列名单' }).click();
  await expect(page.getByText('名单已开列')).toBeVisible();
  await page.getByLabel(/^韦小妹/).check();
  await shoot(page, 'handout-add');
  await page.getByRole('button', { name: '加入名单' }).click();
  await expect(page.getByText('已加入名单')).toBeVisible();

  await page.getByText('签收韦小妹').click();
  await page.getByRole('button', { name: '确认签收' }).click();
  await expect(page.getByText('请签名，或输入领取人的姓名').first()).toBeVisible();
  const pad = page.locator('svg[viewBox="0 0 1000 400"]');
  await pad.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const box = await pad.boundingBox();
  if (!box) throw new Error('there is no box to sign in');
  await page.mouse.move(box.x + 60, box.y + 60);
  await page.mouse.down();
  await page.mouse.move(box.x + 200, box.y + 90, { steps: 6 });
  await page.mouse.up();
  await shoot(page, 'handout-sign');
  await page.getByRole('button', { name: '确认签收' }).click();
  await expect(page.getByText('已签收入账。')).toBeVisible();
  await expect(page.getByText('已领完')).toBeVisible();
  await shoot(page, 'handout-signed');

  await page.getByText('冲正', { exact: true }).first().click();
  await page.getByLabel('冲正原因').selectOption('wrong_person');
  await page.getByRole('button', { name: '冲正' }).click();
  await expect(page.getByText('已冲正，物资退回活动中心。')).toBeVisible();
  await expect(page.getByText('未领 1')).toBeVisible();

  await page.getByRole('link', { name: '打印签收单' }).click();
  await expect(page.getByRole('cell', { name: '韦小妹' })).toBeVisible();
  await shoot(page, 'handout-print');
  await context.close();
});

test('without JavaScript a name is typed instead of drawn', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page);
  await page.goto(`${origin}/handouts`);
  await page.getByRole('link', { name: 'children' }).click();
  await page.locator('summary', { hasText: '再签一次' }).click();
  await page.getByLabel('不便手写时').fill('韦小妹');
  await page.getByRole('button', { name: '确认签收' }).click();
  await expect(page.getByText('已签收入账。')).toBeVisible();
  await page.getByRole('button', { name: '结束发放' }).click();
  await expect(page.getByText('这次发放已结束。')).toBeVisible();
  await shoot(page, 'handout-closed');
  await context.close();
});

test('what was signed for before the goods were here is booked once they are', async ({
  browser,
}) => {
  test.setTimeout(60_000);
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await signIn(page);
  await page.goto(`${origin}/handouts/new`);
  await page.getByRole('button', { name: '开列名单' }).click();
  await page
    .getByLabel(/^韦阿婆/)
    .first()
    .check();
  await page.getByLabel('每人（户）应发数量').fill('4');
  await page.getByRole('button', { name: '加入名单' }).click();
  await page.getByText(/^签收韦阿婆/).click();
  await page.getByLabel('不便手写时').fill('韦阿婆');
  await page.getByRole('button', { name: '确认签收' }).click();
  await expect(page.getByText('签收已保存，但物资没有入账')).toBeVisible();
  await expect(page.getByText('没有入账：库存不够')).toBeVisible();
  await shoot(page, 'disputed');

  await page.goto(origin);
  await expect(page.getByRole('heading', { name: '签了名、还没有入账的' })).toBeVisible();
  await shoot(page, 'disputed-home');
  await page.getByRole('link', { name: /4 piece/ }).click();
  await expect(page.getByText('1 笔签收待核对')).toBeVisible();
  await page.getByRole('button', { name: '补记入账' }).click();
  await expect(page.getByText(/库存不够了，还剩 2/)).toBeVisible();
  await shoot(page, 'disputed-refused');

  await bring(2);
  await page.getByRole('button', { name: '补记入账' }).click();
  await expect(page.getByText('已补记入账。')).toBeVisible();
  await expect(page.getByText('笔签收待核对')).toHaveCount(0);
  await expect(page.getByText('已领完')).toBeVisible();
  await shoot(page, 'disputed-booked');
  await context.close();
});

async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}
