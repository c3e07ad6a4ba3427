import { expect, test, type Page } from '@playwright/test';
import { TEST_PASSWORD } from '~db/testing/people.server';
import { paths } from '~/paths';
import { openWatched, shoot, visit } from '../support/portal';
import { signedIn, signInHere } from '../support/signed-in';
import { day } from '../support/small-action-goods';
import { setStage, type Stage } from '../support/stage';

/** What the administrator does for people who forgot a password, or whose work has changed. */
let stage: Stage;
const failures: string[] = [];
const NEW_PASSWORD = 'nuan qiao xin mi ma';

test.beforeAll(async () => {
  test.setTimeout(150_000);
  stage = await setStage();
});
test.afterEach(() => expect(failures).toEqual([]));
test.afterAll(() => stage.close());
test.setTimeout(120_000);

const summary = (page: Page) => page.getByRole('alert').first();

/** The page of one person's membership, reached from the list. */
async function openMembership(page: Page, person: string): Promise<void> {
  await visit(page, paths.people);
  await page.getByLabel(`办理：${person}`, { exact: true }).press('Enter');
  await page
    .getByRole('row', { name: new RegExp(`^${person} `) })
    .getByRole('link')
    .press('Enter');
  await expect(page.getByRole('heading', { name: person, level: 1 })).toBeVisible();
}

async function makeResetLink(page: Page, person: string): Promise<string> {
  await openMembership(page, person);
  await page.getByRole('button', { name: '生成重设链接' }).press('Enter');
  const link = page.getByLabel('重设密码的链接');
  await expect(link).toHaveValue(/\/passwords\//);
  return link.inputValue();
}

test('a forgotten password is set anew by a link that works once', async ({ browser }) => {
  const administrator = await signedIn(browser, { stage, failures }, 'administrator');
  // She is still signed in on a phone somewhere.
  const elsewhere = await signedIn(browser, { stage, failures }, 'depot');
  const older = await makeResetLink(administrator, 'depot');
  const link = await makeResetLink(administrator, 'depot');
  await shoot(administrator, 'reset-link');

  const page = await openWatched(browser, stage.origin, failures);
  await visit(page, older);
  await expect(page.getByText('这个链接已作废，请用管理员最近发给您的那个。')).toBeVisible();
  await visit(page, link);
  await expect(page.getByText('depot（用户名 depot）的新密码')).toBeVisible();
  await page.getByLabel('设置密码').fill(NEW_PASSWORD);
  const again = page.getByLabel('再输一次密码');
  await again.fill(`${NEW_PASSWORD}？`);
  await again.press('Enter');
  await expect(summary(page)).toContainText('两次输入的密码不一样');
  await shoot(page, 'reset-refused');
  await page.getByLabel('设置密码').fill(NEW_PASSWORD);
  await again.fill(NEW_PASSWORD);
  await again.press('Enter');
  await expect(page.getByText('密码已重设，请用新密码登录。')).toBeVisible();

  await signInHere(page, 'depot', TEST_PASSWORD);
  await expect(summary(page)).toContainText('与密码不符');
  await signInHere(page, 'depot', NEW_PASSWORD);
  await page.waitForURL((url) => url.pathname === paths.home);
  await elsewhere.goto(paths.account);
  await expect(elsewhere).toHaveURL((url) => url.pathname === paths.signIn);

  await visit(page, link);
  await expect(page.getByText('这个链接已经用过了。请直接登录')).toBeVisible();
  await shoot(page, 'reset-used');
});

test('a membership that changes is told to the person the next time', async ({ browser }) => {
  const administrator = await signedIn(browser, { stage, failures }, 'administrator');
  const page = await signedIn(browser, { stage, failures }, 'foreignBureau');
  await visit(page, paths.newCampaign);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  await openMembership(administrator, 'foreignbureau');
  const from = administrator.getByLabel('从哪天起');
  await administrator.getByLabel('职责').selectOption({ label: '仓库管理员' });
  await from.fill(day(-1));
  await from.press('Enter');
  await expect(summary(administrator)).toContainText('变更只能从今天或以后的日期起');
  await expect(administrator.getByLabel('职责')).toHaveValue('depot_staff');
  await shoot(administrator, 'membership-refused');
  await from.fill('');
  await administrator.getByRole('button', { name: '保存' }).press('Enter');
  await expect(administrator.getByText('任职已修改。')).toBeVisible();

  await page.goto(paths.newCampaign);
  await expect(page.getByRole('heading', { name: '您不能打开这一页' })).toBeVisible();
  await expect(page.getByText('您当前的任职不能办理这项业务')).toBeVisible();
  await shoot(page, 'membership-changed');
  await page.goto(paths.account);
  await expect(page.getByText('仓库管理员').first()).toBeVisible();
});

test('who holds no post any more is told so, and can sign out', async ({ browser }) => {
  const administrator = await signedIn(browser, { stage, failures }, 'administrator');
  const page = await signedIn(browser, { stage, failures }, 'otherFoundation');
  await visit(administrator, paths.people);
  await administrator.getByLabel('办理：otherfoundation', { exact: true }).press('Enter');
  await administrator
    .getByRole('row', { name: /^otherfoundation / })
    .getByRole('button', { name: '终止任职' })
    .press('Enter');
  await expect(administrator.getByText('任职已终止')).toBeVisible();

  await page.goto(paths.donations);
  await expect(page.getByText('您的账号现在没有有效的任职，还不能办理业务。')).toBeVisible();
  await shoot(page, 'no-post-refused');
  // The sign-in page has nothing for somebody who is signed in.
  await page.goto(paths.signIn);
  await expect(page).toHaveURL((url) => url.pathname === paths.home);
  await expect(page.getByRole('status')).toContainText('请联系管理员为您安排任职');
  await expect(page.getByRole('banner').getByRole('link', { name: '登录' })).toHaveCount(0);
  await shoot(page, 'no-post');
  await page.getByRole('main').getByRole('button', { name: '退出登录' }).press('Enter');
  await expect(page.getByRole('banner').getByRole('link', { name: '登录' })).toBeVisible();
  await page.goto(paths.account);
  await expect(page).toHaveURL((url) => url.pathname === paths.signIn);
});
