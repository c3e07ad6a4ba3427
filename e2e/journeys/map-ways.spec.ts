import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { paths } from '~/paths';
import type { Player } from '../support/cast';
import { openWatched, shoot, visit } from '../support/portal';
import { setStage, type Stage } from '../support/stage';
import { sendGloves } from '../support/stage-goods';

/** The small maps: where a donation went, the way of goods, and the pin of a place, moved without a mouse. */
let stage: Stage;
let sent: { donationId: string; code: string };
const failures: string[] = [];
const sizes = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
];

test.beforeAll(async () => {
  test.setTimeout(150_000);
  stage = await setStage();
  await sendGloves(stage, 12);
  const [row] = await stage.db.$client<
    { id: string; code: string }[]
  >`select id, code from donation`;
  sent = { donationId: row?.id ?? '', code: row?.code ?? '' };
});
test.afterEach(() => expect(failures).toEqual([]));
test.afterAll(() => stage.close());
test.setTimeout(120_000);

async function opened(
  browser: Browser,
  viewport: (typeof sizes)[number],
  player?: Player,
): Promise<Page> {
  const storage = player && (await stage.cast.as[player].storageState());
  const options = { viewport, ...(storage && { storageState: storage }) };
  return openWatched(browser, stage.origin, failures, options);
}

async function expectNoBarriers(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}

for (const viewport of sizes) {
  test.describe(`at ${viewport.width} px`, () => {
    test('anybody with the code sees the way on the map', async ({ browser }) => {
      const page = await opened(browser, viewport);
      await page.goto(paths.trace);
      await page.getByLabel('物资编码或捐赠编码').fill(sent.code);
      await page.keyboard.press('Enter');
      const map = page.getByRole('region', { name: '经过的地方和路线' });
      await expect(map).toBeVisible();
      // The depot stands at its own name; it is where the goods are.
      await expect(map.getByText(/第 1 站：.*，现在在这里/)).toHaveCount(1);
      await expect(map.getByText(/第 2 站/)).toHaveCount(0);
      await map.focus();
      const zoom = page.getByRole('button', { name: '放大' });
      await zoom.press('Enter');
      await shoot(page, `way-${viewport.width}`);
      await expectNoBarriers(page);
    });

    test('a donor sees where a donation went, and nobody else may look', async ({ browser }) => {
      const page = await opened(browser, viewport, 'foundation');
      await visit(page, paths.donation(sent.donationId));
      await page.getByRole('link', { name: '在地图上看' }).click();
      await page.waitForURL(`**${paths.donationMap(sent.donationId)}`);
      await expect(page.getByRole('heading', { level: 1 })).toContainText(sent.code);
      const map = page.getByRole('region', { name: /去了哪里/ });
      await expect(
        map.getByRole('button', { name: /本机构物资已到达 0%，有物资在途/ }),
      ).toBeVisible();
      await expect(page.getByRole('region', { name: '活动中心' }).getByText('0%')).toBeVisible();
      await shoot(page, `donor-${viewport.width}`);
      await expectNoBarriers(page);
      const other = await opened(browser, viewport, 'otherFoundation');
      const answer = await other.goto(paths.donationMap(sent.donationId));
      expect(answer?.status()).toBe(404);
    });

    test('a pin is put down with the keyboard alone', async ({ browser }) => {
      const { world } = stage.cast;
      const page = await opened(browser, viewport, 'centre');
      await visit(page, paths.place(world.centre.organisationId, world.centrePlaceId));
      const latitude = page.getByRole('textbox', { name: '纬度', exact: true });
      const longitude = page.getByRole('textbox', { name: '经度', exact: true });
      const map = page.getByRole('region', { name: '标定位置的地图' });
      await map.focus();
      // Back again the second time: the pin must stay in its county.
      const aside = viewport.width === 390 ? 'ArrowLeft' : 'ArrowRight';
      for (const key of [aside, aside, 'ArrowDown', 'Enter']) {
        await page.keyboard.press(key);
      }
      await expect(latitude).toHaveValue(/^2\d\.\d{5}$/);
      const put = [await latitude.inputValue(), await longitude.inputValue()].map(Number);
      const pin = map.getByRole('button', { name: '图钉：这个地点的位置' });
      await pin.press('Shift+ArrowLeft');
      await expect(longitude).not.toHaveValue(put[1]!.toFixed(5));
      expect(Number(await longitude.inputValue())).toBeLessThan(put[1]!);
      await pin.press('ArrowUp');
      await expect(latitude).not.toHaveValue(put[0]!.toFixed(5));
      expect(Number(await latitude.inputValue())).toBeGreaterThan(put[0]!);
      await expect(page.getByRole('combobox', { name: '坐标系' })).toHaveValue('WGS84');
      await expect(page.getByText(/图钉在北纬/)).toBeVisible();
      await shoot(page, `pin-${viewport.width}`);
      const typed = [await latitude.inputValue(), await longitude.inputValue()].map(Number);
      await page.getByRole('button', { name: '保存', exact: true }).press('Enter');
      await page.waitForURL(/\?done/);
      const [saved] = await stage.db.$client<{ latitude: number; longitude: number }[]>`
        select latitude, longitude from place where id = ${world.centrePlaceId}`;
      expect([saved?.latitude, saved?.longitude]).toEqual(typed);
    });
  });
}

test('without JavaScript the table says where a donation went', async ({ browser }) => {
  const storageState = await stage.cast.as.foundation.storageState();
  const options = { javaScriptEnabled: false, storageState };
  const page = await openWatched(browser, stage.origin, failures, options);
  await page.goto(paths.donationMap(sent.donationId));
  await expect(page.getByRole('region', { name: '活动中心' }).getByRole('rowheader')).toHaveCount(
    1,
  );
});
