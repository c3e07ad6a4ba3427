import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { paths } from '~/paths';
import { cutNetwork } from '../support/network';
import { hydrated, startPortal, visit, type Portal } from '../support/portal';

/**
 * Where something lies is told by going down from the province, without a script; or typed, with a list that the keyboard
 * serves. Asking for the next level asks for nothing else, and loses nothing.
 */
let portal: Portal;
const PASSWORD = 'nuan qiao level by level';

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  test.setTimeout(180_000);
  portal = await startPortal();
});
test.afterEach(() => expect(portal.failures).toEqual([]));
test.afterAll(() => portal.close());
test.setTimeout(120_000);

const plain = (browser: Browser) => portal.open(browser, { javaScriptEnabled: false });

const into = (page: Page, field: string) =>
  page.getByRole('button', { name: `逐级选择 （${field}）` });

/** From what the field says down through the parts named; the last one is left chosen. */
async function goDown(page: Page, field: string, ...steps: string[]): Promise<void> {
  await into(page, field).click();
  for (const [at, step] of steps.entries()) {
    // Nothing else is asked for yet.
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expect(page.getByRole('group', { name: /：选下一级$/ })).toBeVisible();
    await page.getByRole('radio', { name: step, exact: true }).check();
    if (at < steps.length - 1) await into(page, field).click();
  }
}

async function fillAccount(page: Page, person: string, userName: string, phone: string) {
  await page.getByLabel('姓名').fill(person);
  await page.getByLabel('手机号').fill(phone);
  await page.getByLabel('用户名').fill(userName);
  await page.getByLabel('设置密码').fill(PASSWORD);
  await page.getByLabel('再输一次密码').fill(PASSWORD);
}

async function signIn(page: Page, userName: string): Promise<void> {
  await page.goto(paths.signIn);
  await page.getByLabel('用户名或手机号').fill(userName);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /您好/ })).toBeVisible();
}

test('set-up, a centre, an invitation and a household, level by level without a script', async ({
  browser,
}) => {
  const page = await plain(browser);
  await test.step('the operator', async () => {
    await page.goto(portal.setupLink);
    await page.getByLabel('单位名称').fill('贺州市慈善总会');
    await goDown(page, '所在区划', '广西壮族自治区', '贺州市');
    await expect(page.getByLabel('单位名称')).toHaveValue('贺州市慈善总会');
    // Something else is wrong: what was chosen stays.
    await page.getByRole('button', { name: '完成设置' }).click();
    await expect(page.getByRole('alert')).toContainText('用户名');
    await expect(page.getByLabel('所在区划')).toHaveValue('贺州市 451100000000');
    await fillAccount(page, '周管理', 'zhou.guanli', '14000000010');
    await page.getByRole('button', { name: '完成设置' }).click();
    await expect(page.getByRole('heading', { name: '用户', level: 1 })).toBeVisible();
  });
  await test.step('a centre in its village', async () => {
    await page.goto(paths.organisations);
    await page.getByRole('link', { name: '登记机构' }).first().click();
    await page.getByLabel('类别').selectOption({ label: '活动中心' });
    await page.getByRole('textbox', { name: /^名称/ }).fill('北莱村活动中心');
    await goDown(page, '区划', '广西壮族自治区', '贺州市', '昭平县', '黄姚镇', '北莱村委会');
    await expect(page.getByLabel('类别')).toHaveValue('centre');
    await expect(page.getByLabel('区划')).toHaveValue('贺州市 昭平县 黄姚镇 451121102000');
    await page.getByRole('button', { name: '保存' }).last().click();
    await expect(page.getByRole('heading', { name: '北莱村活动中心', level: 1 })).toBeVisible();
    await expect(page.getByText(/北莱村委会/).first()).toBeVisible();
    await page.getByRole('link', { name: '登记地点' }).click();
    await page.getByRole('button', { name: '保存' }).last().click();
    await expect(page.getByText('已保存。')).toBeVisible();
  });
  const link = await test.step('its coordinator, invited for the township', async () => {
    await page.goto(paths.invite);
    await page.getByLabel('机构').selectOption({ label: '北莱村活动中心' });
    await page.getByLabel('对方姓名').fill('韦秋菊');
    await page.getByLabel('辖区').fill('昭平县');
    await goDown(page, '辖区', '黄姚镇', '北莱村委会');
    await expect(page.getByLabel('对方姓名')).toHaveValue('韦秋菊');
    await page.getByLabel('职责').selectOption({ label: '活动中心协调员' });
    await page.getByRole('button', { name: '生成邀请链接' }).click();
    return page.getByLabel('邀请链接').inputValue();
  });
  await test.step('a household, registered elsewhere than it lives', async () => {
    const village = await plain(browser);
    await village.goto(link);
    await fillAccount(village, '韦秋菊', 'wei.qiuju', '14000000014');
    await village.getByRole('button', { name: '接受邀请并登录' }).click();
    await village.goto(paths.registerHousehold);
    await village.getByLabel('姓名', { exact: false }).first().fill('董桂英');
    await goDown(village, '现居住地', '北莱村委会');
    await village.getByLabel('户籍地').fill('钟山县');
    await goDown(village, '户籍地', '回龙镇');
    await expect(village.getByLabel('现居住地')).toHaveValue(/黄姚镇 北莱村委会 \d{12}$/);
    await expect(village.getByLabel('姓名', { exact: false }).first()).toHaveValue('董桂英');
    await village.getByRole('button', { name: '登记', exact: true }).click();
    await expect(village.getByRole('heading', { level: 1, name: '董桂英 一户' })).toBeVisible();
    await expect(village.getByLabel('现居住地')).toHaveValue(/黄姚镇 北莱村委会 \d{12}$/);
    await expect(village.getByLabel('户籍地')).toHaveValue(/钟山县 回龙镇 451122\d{6}$/);
  });
});

for (const viewport of [
  { width: 390, height: 800 },
  { width: 1440, height: 900 },
]) {
  test(`typed, the list is served by the keyboard, at ${viewport.width}`, async ({ browser }) => {
    const page = await portal.open(browser, { viewport });
    await signIn(page, 'zhou.guanli');
    await visit(page, paths.registerOrganisation);
    const field = page.getByRole('combobox', { name: '区划' });
    const list = page.getByRole('listbox', { name: '找到的地方' });
    const options = list.getByRole('option', { name: /太平/ });
    const active = list.getByRole('option', { selected: true });
    await field.pressSequentially('taiping');
    await expect(options.first()).toBeVisible();
    await expect(field).toHaveAttribute('aria-expanded', 'true');
    const names = await options.allTextContents();
    // Namesakes, each with what it lies in.
    expect(new Set(names).size).toBe(names.length);
    await field.press('ArrowDown');
    await expect(active).toHaveText(names[0] ?? '');
    await field.press('End');
    await expect(active).toHaveText(names.at(-1) ?? '');
    await field.press('ArrowDown');
    await expect(active).toHaveText(names[0] ?? '');
    await field.press('ArrowUp');
    await field.press('Home');
    await field.press('ArrowDown');
    const second = await active.getAttribute('id');
    await expect(field).toHaveAttribute('aria-activedescendant', second ?? '-');
    const axe = await new AxeBuilder({ page }).analyze();
    expect(axe.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    await field.press('Escape');
    await expect(field).toHaveAttribute('aria-expanded', 'false');
    await expect(field).toHaveValue('taiping');
    await field.press('ArrowDown');
    await field.press('ArrowDown');
    await field.press('Enter');
    await expect(field).toHaveValue(/太平.* \d{12}$/);
    // Enter took the second; the form was not sent.
    expect((await field.inputValue()).replace(/ (?=\d{12}$)/, '')).toBe(names[1]);
    await expect(page).toHaveURL(new RegExp(`${paths.registerOrganisation}$`));
    await field.fill('哪儿都不是');
    await expect(page.getByText('没有找到，请换个写法，或逐级选择。')).toBeVisible();
  });

  test(`level by level with scripts, nothing else is asked for, at ${viewport.width}`, async ({
    browser,
  }) => {
    const page = await portal.open(browser, { viewport });
    await signIn(page, 'zhou.guanli');
    await visit(page, paths.registerOrganisation);
    await page.getByRole('textbox', { name: /^名称/ }).fill('回龙镇活动中心');
    await page.getByRole('combobox', { name: '区划' }).fill('贺州市');
    // The list is open, and covers no button.
    await expect(page.getByRole('option', { name: /^贺州市/ }).first()).toBeVisible();
    await into(page, '区划').click();
    // The first of what lies below has the focus: the arrow keys choose.
    await expect(page.getByRole('radio', { name: '八步区' })).toBeFocused();
    await page.getByRole('radio', { name: '钟山县' }).check();
    await into(page, '区划').press('Enter');
    await expect(page.getByRole('combobox', { name: '区划' })).toHaveValue(
      '贺州市 钟山县 451122000000',
    );
    await expect(page.getByRole('alert')).toHaveCount(0);
    await page.getByRole('radio', { name: '回龙镇' }).check();
    await page.getByLabel('类别').selectOption({ label: '活动中心' });
    await expect(page.getByRole('textbox', { name: /^名称/ })).toHaveValue('回龙镇活动中心');
    await hydrated(page);
    await page.getByRole('button', { name: '保存' }).last().click();
    await expect(page.getByRole('heading', { name: '回龙镇活动中心', level: 1 })).toBeVisible();
    await expect(page.getByText(/回龙镇/).nth(1)).toBeVisible();
  });
}

test('a list that cannot be asked for costs nothing of the form, and comes once the network does', async ({
  browser,
}) => {
  const page = await portal.open(browser);
  await signIn(page, 'zhou.guanli');
  await visit(page, paths.registerOrganisation);
  await page.getByRole('textbox', { name: /^名称/ }).fill('同古镇活动中心');
  const field = page.getByRole('combobox', { name: '区划' });
  const network = await cutNetwork(page);
  await field.pressSequentially('tonggu');
  await expect.poll(network.asked).toBeGreaterThan(7);
  await expect(field).toHaveValue('tonggu');
  await network.back();
  await expect(page.getByRole('option', { name: /同古/ }).first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: /^名称/ })).toHaveValue('同古镇活动中心');
});
