import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import { paths } from '~/paths';
import { palette } from '~/ui/map/palette';
import { visit } from '../support/portal';
import { setStage, type Stage } from '../support/stage';
import { sendGloves } from '../support/stage-goods';

let stage: Stage;
test.beforeAll(async () => {
  test.setTimeout(150_000);
  stage = await setStage();
  await sendGloves(stage, 12);
  const { depotPlaceId, centrePlaceId } = stage.cast.world;
  await pin(depotPlaceId, 24.41, 111.52);
  await pin(centrePlaceId, 24.17, 110.81);
});
test.afterAll(() => stage.close());

const sizes = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
];

async function pin(placeId: string, latitude: number, longitude: number): Promise<void> {
  await stage.db.$client`
    update place set latitude = ${latitude}, longitude = ${longitude}, datum = 'WGS84', precision = 'pinned'
    where id = ${placeId}`;
}

async function openMap(page: Page, search = ''): Promise<string[]> {
  const { cookies } = await stage.cast.as.bureau.storageState();
  await page.context().addCookies(cookies);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await visit(page, `${stage.origin}${paths.map}${search}`);
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

    test('a picture and a printed map say what the map was filtered by', async ({ page }) => {
      // What is written on a canvas can be read only while it is written.
      await page.addInitScript(() => {
        const written: string[] = [];
        Object.assign(globalThis, { written });
        // It is called with its canvas below.
        // oxlint-disable-next-line typescript/unbound-method
        const write = CanvasRenderingContext2D.prototype.fillText;
        CanvasRenderingContext2D.prototype.fillText = function (words, ...at) {
          written.push(words);
          write.call(this, words, ...at);
        };
      });
      await openMap(page, '?division=4511&fill=none&shading=need&layers=centres&layers=roads');
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: '导出图片' }).click();
      await download;
      const written = await page.evaluate(() => Reflect.get(globalThis, 'written') as string[]);
      const told =
        '筛选：满足率 尚未满足；区划 贺州市。图层：活动中心、在途运单。着色：按等待人数，按设区市';
      expect(written.join('').replaceAll(/\s/g, '')).toContain(told.replaceAll(/\s/g, ''));

      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      await page.emulateMedia({ media: 'print' });
      const printed = page.getByRole('img', { name: told });
      await expect(printed).toBeVisible();
      // A4 at 96 dots to the inch: all of it on one page.
      const box = await printed.boundingBox();
      expect(box?.height).toBeLessThan(1123);
      expect(box?.width).toBeGreaterThan(200);
    });
  });
}

/** How many dots of each of these colours, as `rrggbb`, the ground has. */
async function dotsOf(page: Page, colours: readonly string[]): Promise<number[]> {
  const canvas = page.locator('canvas.map-drawing');
  return canvas.evaluate((picture: HTMLCanvasElement, wanted) => {
    const copy = document.createElement('canvas');
    const [width, height] = [picture.clientWidth, picture.clientHeight];
    Object.assign(copy, { width, height });
    const context = copy.getContext('2d');
    if (!context || width === 0) return [];
    context.drawImage(picture, 0, 0, width, height);
    const { data } = context.getImageData(0, 0, width, height);
    const counts = new Map<string, number>();
    for (let at = 0; at < data.length; at += 4) {
      const colour = Array.from(data.slice(at, at + 3), (one) => one.toString(16).padStart(2, '0'));
      if (data[at + 3] === 255) counts.set(colour.join(''), (counts.get(colour.join('')) ?? 0) + 1);
    }
    return wanted.map((colour) => counts.get(colour) ?? 0);
  }, colours);
}

const browsers = [
  { kind: 'with a worker', prepare: () => Promise.resolve() },
  {
    kind: 'whose worker does not come',
    prepare: (page: Page) => page.route('**/sheet-worker-*.js', (route) => route.abort()),
  },
  {
    kind: 'whose workers cannot paint',
    prepare: (page: Page) =>
      page.addInitScript(() => Reflect.deleteProperty(globalThis, 'OffscreenCanvas')),
  },
];
for (const { kind, prepare } of browsers) {
  test(`land, borders and deliveries are painted in a browser ${kind}`, async ({ page }) => {
    await prepare(page);
    await openMap(page);
    const colours = [palette.sheet, palette.ink, '#cdbfa8'].map((colour) => colour.slice(1));
    let before: number[] = [];
    const isPaintedAnew = async () => {
      const dots = await dotsOf(page, colours);
      return dots.every((count) => count > 100) && String(dots) !== String(before);
    };
    await expect.poll(isPaintedAnew).toBe(true);
    before = await dotsOf(page, colours);
    const map = page.locator('.map-sheet').first();
    const zoom = Number(await map.getAttribute('data-zoom'));
    await map.focus();
    await page.keyboard.press('+');
    await expect(map).toHaveAttribute('data-zoom', String(zoom + 1));
    await expect.poll(isPaintedAnew).toBe(true);
  });
}

test('a long division is shown whole on a phone, until it is typed over', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openMap(page, '?division=451121102204');
  const field = page.getByRole('combobox', { name: '区划' });
  const whole = page.getByText(await field.inputValue(), { exact: true });
  await expect(whole).toBeVisible();
  await field.fill('崩江');
  await expect(whole).toBeHidden();
  await page.setViewportSize({ width: 1440, height: 900 });
  await openMap(page, '?division=451121102204');
  await expect(whole).toBeHidden();
});

test('the first marks stand without scripts, and lead to what they are', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'zh-CN', javaScriptEnabled: false });
  await context.addCookies((await stage.cast.as.bureau.storageState()).cookies);
  const page = await context.newPage();
  await page.goto(`${stage.origin}${paths.map}`);
  const mark = page.locator('.map-still a').first();
  const address = new URL((await mark.getAttribute('href')) ?? '', page.url()).href;
  await mark.click();
  await expect(page).toHaveURL(address);
  expect(new URL(address).search).toMatch(/centre=|bbox=/);
  await context.close();
});

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
