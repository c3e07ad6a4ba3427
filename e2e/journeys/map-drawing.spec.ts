import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import { paths } from '~/paths';
import { visit } from '../support/portal';
import { setStage, type Stage } from '../support/stage';

let stage: Stage;
test.beforeAll(async () => {
  stage = await setStage();
});
test.afterAll(() => stage.close());

const sizes = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
];

async function openMap(page: Page): Promise<string[]> {
  const { cookies } = await stage.cast.as.bureau.storageState();
  await page.context().addCookies(cookies);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await visit(page, `${stage.origin}${paths.map}`);
  await expect(page.getByRole('button', { name: '放大' })).toBeVisible();
  return complaints;
}

for (const viewport of sizes) {
  test.describe(`at ${viewport.width} px`, () => {
    test.use({ viewport });

    test('the map is moved with the keyboard, and the address holds what is seen', async ({
      page,
    }) => {
      const complaints = await openMap(page);
      const map = page.locator('.map-sheet').first();
      const before = Number(await map.getAttribute('data-zoom'));
      await map.focus();
      await page.keyboard.press('+');
      await expect(map).toHaveAttribute('data-zoom', String(before + 1));
      await expect
        .poll(() => new URL(page.url()).searchParams.get('zoom'))
        .toBe(String(before + 1));
      await page.keyboard.press('ArrowRight');
      await page.reload();
      await expect(map).toHaveAttribute('data-zoom', String(before + 1));
      // Nothing was refused by the content security policy, and nothing asked for from elsewhere.
      expect(complaints).toEqual([]);
    });

    test('figures that do not come are said, kept and asked for again', async ({ page }) => {
      await openMap(page);
      await page.route(`**${paths.mapView}?*`, (route) => route.abort());
      await page.getByRole('button', { name: '放大' }).click();
      await expect(page.getByText('显示的仍是之前的数据')).toBeVisible();
      await page.unroute(`**${paths.mapView}?*`);
      await page.getByRole('button', { name: '重试' }).click();
      await expect(page.getByText('显示的仍是之前的数据')).toBeHidden();
    });

    test('the map is kept as a picture', async ({ page }) => {
      await openMap(page);
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: '导出图片' }).click();
      const file = readFileSync(await (await download).path());
      expect(file.subarray(1, 4).toString()).toBe('PNG');
      // Twice the pixels of the map, and its margins.
      expect(file.readUInt32BE(16)).toBeGreaterThan(600);
    });
  });
}

test('the code of the map comes with map pages alone, and is small', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (/\.(js|css)$/.test(request.url())) scripts.push(request.url());
  });
  const { cookies } = await stage.cast.as.bureau.storageState();
  await page.context().addCookies(cookies);
  await visit(page, `${stage.origin}${paths.requests}`);
  const shared = new Set(scripts);
  await visit(page, `${stage.origin}${paths.map}`);
  await expect(page.getByRole('button', { name: '放大' })).toBeVisible();
  const folder = 'build/client/assets';
  const elsewhere = importsOfOtherPages(folder);
  const files = new Set(readdirSync(folder));
  const own = [...new Set(scripts)]
    .filter((url) => !shared.has(url))
    .map((url) => url.split('/').at(-1) ?? '')
    .filter((name) => files.has(name) && name.endsWith('.js') && !name.startsWith('route-'))
    .filter((name) => !elsewhere.has(name));
  const bytes = own.reduce(
    (sum, name) => sum + gzipSync(readFileSync(`${folder}/${name}`)).length,
    0,
  );
  const leaflet = own.filter((name) => isLeaflet(readFileSync(`${folder}/${name}`, 'utf8')));
  expect(leaflet).toHaveLength(1);
  expect(bytes).toBeLessThanOrEqual(60 * 1024);
});

const isLeaflet = (script: string) => script.includes('leaflet-container');

/** Chunks that pages without a map import too: the shared part, by the list that the browser gets of all routes. */
function importsOfOtherPages(folder: string): Set<string> {
  const list = readdirSync(folder).find((name) => name.startsWith('manifest-'));
  const text = readFileSync(`${folder}/${list}`, 'utf8');
  const { routes } = JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)) as {
    routes: Record<string, { imports?: string[] }>;
  };
  const pages = Object.entries(routes).filter(([id]) => !/map|places|t\.\$code/.test(id));
  expect(pages.length).toBeGreaterThan(30);
  return new Set(
    pages.flatMap(([, { imports = [] }]) => imports.map((url) => url.split('/').at(-1)!)),
  );
}
