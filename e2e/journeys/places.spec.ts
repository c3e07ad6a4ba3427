import { expect, test, type Browser, type Page } from '@playwright/test';
import { TEST_PASSWORD } from '~db/testing/people.server';
import { paths } from '~/paths';
import { openWatched, visit } from '../support/portal';
import { setStage, type Stage } from '../support/stage';

/** A coordinator finds her village by two letters and says where her centre is, with the keyboard, wrongly at first. */
let stage: Stage;
const failures: string[] = [];

test.beforeAll(async () => {
  test.setTimeout(150_000);
  stage = await setStage();
});
test.afterEach(() => expect(failures).toEqual([]));
test.afterAll(() => stage.close());
test.setTimeout(120_000);

const sizes = [
  { width: 390, height: 800 },
  { width: 1440, height: 900 },
];

async function openPlace(browser: Browser, viewport: (typeof sizes)[number]): Promise<Page> {
  const page = await openWatched(browser, stage.origin, failures, { viewport });
  await page.goto(paths.signIn);
  await page.getByLabel('用户名或手机号').fill('centre');
  await page.getByLabel('密码').fill(TEST_PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await page.waitForURL((url) => url.pathname !== paths.signIn);
  const { world } = stage.cast;
  await visit(page, paths.place(world.centre.organisationId, world.centrePlaceId));
  return page;
}

const placed = async () => {
  const [row] = await stage.db.$client<{ latitude: number; datum: string; by: string }[]>`
    select latitude, datum, located_by as by from place where id = ${stage.cast.world.centrePlaceId}`;
  return row;
};
const save = (page: Page) => page.getByRole('button', { name: '保存', exact: true });
const summary = (page: Page) => page.getByRole('alert').first();

for (const viewport of sizes) {
  test(`a village by its initials, and level by level, at ${viewport.width}`, async ({
    browser,
  }) => {
    const page = await openPlace(browser, viewport);
    const division = page.getByRole('combobox', { name: '区划' });
    const county = (await division.inputValue()).split(' ')[1] ?? '';
    await division.fill('zpx bl');
    const option = page.getByRole('option', { name: /昭平县 黄姚镇 北莱村委会/ });
    await expect(option).toContainText(/4511211022?\d+/);
    await division.fill(county);
    await page.getByRole('button', { name: '逐级选择' }).press('Enter');
    await expect(page.getByRole('group', { name: /昭平县：选下一级/ })).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
    await page.getByRole('radio', { name: '黄姚镇' }).press('Space');
    await page.getByRole('button', { name: '逐级选择' }).press('Enter');
    await expect(page.getByRole('radio', { name: '北莱村委会' })).toBeVisible();
  });

  test(`a centre is located with the keyboard, wrongly at first, at ${viewport.width}`, async ({
    browser,
  }) => {
    const page = await openPlace(browser, viewport);
    const latitude = page.getByRole('textbox', { name: '纬度', exact: true });
    const longitude = page.getByRole('textbox', { name: '经度', exact: true });
    const pasted = page.getByRole('textbox', { name: '粘贴坐标' });
    const datum = page.getByRole('combobox', { name: '坐标系' });
    await datum.selectOption('GCJ02');

    await pasted.fill('https://surl.amap.com/4zPT1aB7cD');
    await pasted.press('Enter');
    await expect(summary(page)).toContainText('这个链接里没有坐标');
    await expect(pasted).toHaveValue('https://surl.amap.com/4zPT1aB7cD');
    await pasted.fill('');

    await latitude.fill('110.8');
    await longitude.fill('20.5');
    await longitude.press('Enter');
    await expect(summary(page)).toContainText('像是填反了');
    await page.getByRole('button', { name: '对调经纬度' }).press('Enter');
    await expect(latitude).toHaveValue('20.5');
    await expect(summary(page)).toContainText('在海里');

    await latitude.fill('25.28');
    await longitude.fill('110.29');
    await save(page).press('Enter');
    await expect(summary(page)).toContainText('这个点在桂林市');
    const before = await placed();

    await pasted.fill('东经110°48′36″，北纬24°10′12″');
    await save(page).press('Enter');
    await page.waitForURL(/\?done/);
    await expect(page.getByText(/GCJ02.*定位/)).toBeVisible();
    const after = await placed();
    expect(after?.latitude).toBeCloseTo(24.17, 9);
    expect(after).toMatchObject({ datum: 'GCJ02', by: stage.cast.world.centre.userId });
    if (viewport === sizes[0]) expect(before?.by).toBeNull();
  });
}
