import { expect, test, type Page } from '@playwright/test';
import { TEST_PASSWORD } from '~db/testing/people.server';
import { paths } from '~/paths';
import { openWatched, visit } from '../support/portal';
import { setStage, type Stage } from '../support/stage';

/** The pledge form is a small spreadsheet: the keyboard alone, and a block pasted from Excel or WPS. */
let stage: Stage;
const failures: string[] = [];

test.beforeAll(async () => {
  test.setTimeout(150_000);
  stage = await setStage();
});
test.afterEach(() => expect(failures).toEqual([]));
test.afterAll(() => stage.close());
test.setTimeout(120_000);

let page: Page;
test.beforeEach(async ({ browser }) => {
  page = await openWatched(browser, stage.origin, failures, {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.goto(paths.signIn);
  await page.getByLabel('用户名或手机号').fill('foundation');
  await page.getByLabel('密码').fill(TEST_PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname !== paths.signIn);
  await visit(page, paths.newDonation);
});

const line = (at: number) => page.getByRole('group', { name: `第 ${at} 行`, exact: true });
const cell = (at: number, label: string) => line(at).getByLabel(label);

test('arrows move between cells, and inside a text only at its ends', async () => {
  await cell(1, '数量').fill('12');
  await cell(1, '数量').press('ArrowDown');
  await expect(cell(2, '数量')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(cell(1, '数量')).toBeFocused();
  // All of it is selected, as in a spreadsheet: the next key replaces or moves on.
  await page.keyboard.press('ArrowRight');
  await expect(cell(1, '单位')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(cell(1, '数量')).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await expect(cell(1, '数量')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(cell(1, '物资')).toBeFocused();
});

test('Enter goes down, and past the last line adds one', async () => {
  await cell(1, '数量').focus();
  await page.keyboard.press('Enter');
  await expect(cell(2, '数量')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(cell(3, '数量')).toBeFocused();
  await expect(line(4)).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(cell(4, '物资')).toBeFocused();
});

test('a block copied from a sheet spreads over lines and columns, and is pledged', async () => {
  const rows = [
    ['保暖手套', '30', '双', '450'],
    ['大米', '20', '袋（10公斤）', '1,400.50'],
    ['篮球', '5', '个', '300'],
    ['书包', '12', '个', '960'],
  ];
  await page.evaluate(
    (text) => navigator.clipboard.writeText(text),
    rows.map((row) => row.join('\t')).join('\r\n'),
  );
  await cell(1, '物资').focus();
  await page.keyboard.press('Control+V');
  for (const [at, [item, quantity, unit, value]] of rows.entries()) {
    await expect(cell(at + 1, '物资')).toHaveValue(item ?? '');
    await expect(cell(at + 1, '数量')).toHaveValue(quantity ?? '');
    await expect(cell(at + 1, '单位').locator('option:checked')).toHaveText(unit ?? '');
    await expect(cell(at + 1, '金额（元）')).toHaveValue((value ?? '').replace(',', ''));
  }
  await page.getByLabel('送达地点').selectOption(stage.cast.world.depotPlaceId);
  await cell(4, '金额（元）').focus();
  await page.getByRole('button', { name: '提交认捐' }).press('Enter');
  await expect(page.getByText('保暖手套：认捐 30 双')).toBeVisible();
  await expect(page.getByText('大米：认捐 200 公斤')).toBeVisible();
  await expect(page.getByText('书包：认捐 12 个')).toBeVisible();
});
