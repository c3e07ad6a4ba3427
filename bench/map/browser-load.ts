import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import type { Point } from '~/domain/coordinates';

/**
 * Milliseconds from the address, at a sixth of the CPU, to the first picture with marks on it, and to the living map:
 * its own marks, which are dragged and zoomed. The server draws ours into the page before; theirs begin alive.
 */
const WATCH_MARKS = `{
  const watch = (selector, tell) => {
    const look = () => {
      if (document.querySelector(selector)) requestAnimationFrame(() => tell(performance.now()));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  };
  watch('.map-mark, .leaflet-marker-icon', (at) => { window.firstMarkAt = at; });
  watch('.map-points .map-mark, .leaflet-marker-icon', (at) => { window.livingMarkAt = at; });
}`;

/**
 * Loads the map's page and a bare page with leaflet.markercluster and the same points in turns. The bare page has
 * nothing but its map, and its points come without a network: whatever differs besides is in its favour.
 */
export async function loadTimes(
  context: BrowserContext,
  origin: string,
  points: readonly Point[],
  rounds: number,
) {
  const pairs = points.map(({ latitude, longitude }) => [latitude, longitude]);
  const page = await context.newPage();
  await page.addInitScript(WATCH_MARKS);
  const bare = `${origin}/markercluster`;
  await page.route(bare, (route) =>
    route.fulfill({ contentType: 'text/html', body: markerClusterPage() }),
  );
  await page.route(`${bare}/points`, (route) => route.fulfill({ json: pairs }));
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  const times: { ours: Marked; theirs: Marked }[] = [];
  // The first round fills caches and is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    const theirs = await marked(page, bare);
    const ours = await marked(page, `${origin}/map`);
    if (round > 0) times.push({ ours, theirs });
  }
  await page.close();
  const ratio = (of: keyof Marked) => {
    const ratios = times.map(({ ours, theirs }) => ours[of] / theirs[of]).toSorted((a, b) => a - b);
    return Math.round((ratios[ratios.length >> 1] ?? Number.NaN) * 100) / 100;
  };
  return {
    load_vs_markercluster: ratio('first'),
    living_vs_markercluster: ratio('living'),
    load_ms_x6: times.map(({ ours }) => Math.round(ours.first)),
    living_ms_x6: times.map(({ ours }) => Math.round(ours.living)),
    markercluster_load_ms_x6: times.map(({ theirs }) => Math.round(theirs.first)),
    load_points: points.length,
  };
}

interface Marked {
  first: number;
  living: number;
}

async function marked(page: Page, url: string): Promise<Marked> {
  await page.goto(url, { timeout: 120_000 });
  const seen = await page.waitForFunction(
    () => {
      const { firstMarkAt: first, livingMarkAt: living } = window as unknown as {
        firstMarkAt?: number;
        livingMarkAt?: number;
      };
      return first && living && { first, living };
    },
    undefined,
    { timeout: 120_000, polling: 200 },
  );
  return (await seen.jsonValue()) || { first: Number.NaN, living: Number.NaN };
}

function markerClusterPage(): string {
  const file = (path: string) => readFileSync(`node_modules/${path}`, 'utf8');
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>markercluster</title>
<style>${file('leaflet/dist/leaflet.css')}${file('leaflet.markercluster/dist/MarkerCluster.css')}
${file('leaflet.markercluster/dist/MarkerCluster.Default.css')} #map{height:40rem}</style></head><body><div id="map"></div>
<script>${file('leaflet/dist/leaflet.js')}</script>
<script>${file('leaflet.markercluster/dist/leaflet.markercluster.js')}</script>
<script>
const map = L.map('map', { maxZoom: 18 }).setView([23.8, 108.5], 7);
fetch('/markercluster/points').then((answer) => answer.json()).then((points) => {
  const group = L.markerClusterGroup();
  const icon = L.divIcon();
  group.addLayers(points.map((point) => L.marker(point, { icon })));
  map.addLayer(group);
});
</script></body></html>`;
}
