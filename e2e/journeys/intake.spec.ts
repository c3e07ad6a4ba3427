import {
  expect,
  test,
  type Browser,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test';
import { TEST_PASSWORD } from '~db/testing/people.server';
import { paths } from '~/paths';
import type { Player } from '../support/cast';
import { openWatched, shoot, visit } from '../support/portal';
import { day } from '../support/small-action-goods';
import { setStage, type Stage } from '../support/stage';
import { pledgeBags } from '../support/stage-goods';

/** Counting at the door: bags stay bags, two best-before dates in one form, and what will come no more. */
let stage: Stage;
const failures: string[] = [];

test.beforeAll(async () => {
  test.setTimeout(150_000);
  stage = await setStage();
});
test.afterEach(() => expect(failures).toEqual([]));
test.afterAll(() => stage.close());
test.setTimeout(120_000);

async function signedIn(
  browser: Browser,
  player: Player,
  options?: BrowserContextOptions,
): Promise<Page> {
  const page = await openWatched(browser, stage.origin, failures, options);
  await page.goto(paths.signIn);
  await page.getByLabel('用户名或手机号').fill(player.toLowerCase());
  await page.getByLabel('密码').fill(TEST_PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await page.waitForURL((url) => url.pathname !== paths.signIn);
  return page;
}

const rowOf = (page: Page, at: number, label: string) =>
  page.getByLabel(label, { exact: false }).nth(at);

async function countShort(page: Page): Promise<void> {
  await expect(rowOf(page, 0, '包装')).toHaveValue('bag_10kg');
  await rowOf(page, 0, '完好').fill('6');
  await rowOf(page, 0, '保质期至').fill(day(300));
  const more = page.getByRole('button', { name: '加一个保质期' });
  await more.focus();
  await page.keyboard.press('Enter');
  await expect(rowOf(page, 1, '完好')).toBeVisible();
  await rowOf(page, 1, '完好').fill('3');
  await rowOf(page, 1, '保质期至').fill(day(330));
  await expect(rowOf(page, 0, '完好')).toHaveValue('6');
  await page.getByLabel('不会再送了，差额办结').check();
  await page.getByRole('button', { name: '确认入库' }).click();
  await expect(page.getByRole('alert')).toContainText('请选择差异原因');
  await expect(rowOf(page, 1, '完好')).toHaveValue('3');
  await page.getByRole('combobox', { name: '原因' }).nth(1).selectOption({ label: '少送' });
  await page.getByRole('button', { name: '确认入库' }).click();
  await expect(page.getByText(/大米：完好 6 袋（10公斤）/)).toBeVisible();
  await expect(page.getByText(/大米：完好 3 袋（10公斤）.*少送/)).toBeVisible();
  await expect(page.getByText('差额办结原因：少送')).toBeVisible();
  await expect(page.getByText('部分明细不再送来，差额办结')).toBeVisible();
}

/** The donor sends the rest after all: the line waits for it again, with the reason in the history. */
async function expectAfterAll(page: Page, donationId: string): Promise<void> {
  await page.goto(paths.donation(donationId));
  const line = page.getByRole('region', { name: '认捐明细' });
  await line.getByText('恢复等待送达').click();
  await line.getByLabel('原因').selectOption({ label: '捐赠方会补送' });
  await line.getByRole('button', { name: '确认恢复' }).click();
  await expect(page.getByText('一项明细恢复等待送达（捐赠方会补送）')).toBeVisible();
  await expect(page.getByText('差额办结原因：少送')).toHaveCount(0);
  await page.goto(paths.intake);
  await expect(page.locator(`a[href="${paths.countDonation(donationId)}"]`)).toBeVisible();
}

/** Closed as a whole, and the donor sends the last bag all the same: what its closing ended is to come again. */
async function expectReopened(page: Page, donor: Page, donationId: string): Promise<void> {
  await page.goto(paths.donation(donationId));
  const closing = page.getByRole('region', { name: '办结', exact: true });
  await closing.getByText('办结这笔捐赠').press('Enter');
  await closing.getByLabel('原因').selectOption({ label: '捐赠方不再送其余部分' });
  await closing.getByRole('button', { name: '确认办结' }).press('Enter');
  const reopening = page.getByRole('region', { name: '恢复', exact: true });
  await reopening.getByText('恢复这笔捐赠', { exact: true }).press('Enter');
  await expect(reopening.getByRole('listitem')).toHaveText('大米：10 公斤');
  await expect(closing).toHaveCount(0);
  await page.setViewportSize({ width: 390, height: 844 });
  await shoot(page, 'donation-reopening-390');
  await page.setViewportSize({ width: 1440, height: 900 });
  await shoot(page, 'donation-reopening-1440');
  await reopening.getByLabel('原因').selectOption({ label: '捐赠方会补送' });
  await reopening.getByLabel('说明').fill('最后一袋下周送到');
  await reopening.getByRole('button', { name: '确认恢复' }).press('Enter');
  await expect(closing.getByText('办结这笔捐赠')).toBeVisible();
  await expect(reopening).toHaveCount(0);
  await page.goto(paths.intake);
  await expect(page.locator(`a[href="${paths.countDonation(donationId)}"]`)).toBeVisible();

  await donor.goto(paths.donation(donationId));
  await expect(donor.getByText('恢复捐赠，继续等待送达（捐赠方会补送）')).toBeVisible();
  await expect(donor.getByText('办结捐赠（捐赠方不再送其余部分）')).toBeVisible();
  await expect(donor.getByText('最后一袋下周送到')).toBeVisible();
  await shoot(donor, 'donation-reopened-donor');
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with the keyboard' : 'without scripts';
  test(`bags of two dates are counted ${how}, and the rest is closed short`, async ({
    browser,
  }) => {
    const donationId = await pledgeBags(stage, 10);
    const page = await signedIn(browser, 'depot', { javaScriptEnabled });
    await page.goto(paths.intake);
    await expect(page.locator(`a[href="${paths.countDonation(donationId)}"]`)).toBeVisible();
    if (javaScriptEnabled) await visit(page, paths.countDonation(donationId));
    else await page.goto(paths.countDonation(donationId));
    await countShort(page);
    // Nothing more is to come: the list of what waits has it no longer.
    await page.goto(paths.intake);
    await expect(page.getByRole('heading', { name: '入库', level: 1 })).toBeVisible();
    await expect(page.locator(`a[href="${paths.countDonation(donationId)}"]`)).toHaveCount(0);
    await expectAfterAll(page, donationId);
    const donor = await signedIn(browser, 'foundation', { javaScriptEnabled });
    await expectReopened(page, donor, donationId);
  });
}

test('a time that cannot be is flagged on the donation, never refused', async ({ browser }) => {
  const donationId = await pledgeBags(stage, 4);
  const page = await signedIn(browser, 'depot');
  await visit(page, paths.countDonation(donationId));
  await rowOf(page, 0, '完好').fill('4');
  await rowOf(page, 0, '保质期至').fill(day(300));
  await page.getByLabel('清点时间').fill(`${day(1)}T09:30`);
  await page.getByRole('button', { name: '确认入库' }).click();
  await expect(page.getByText('清点时间晚于登记时间，请核对')).toBeVisible();
});
