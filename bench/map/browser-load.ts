import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import type { Point } from '~/domain/coordinates';

/** Milliseconds from the address to the first picture with marks on it, at a sixth of the CPU. */
const WATCH_FIRST_MARK = `{
  const look = () => {
    if (document.querySelector('.map-mark, .leaflet-marker-icon')) {
      requestAnimationFrame(() => { window.firstMarkAt = performance.now(); });
    } else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
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
  await page.addInitScript(WATCH_FIRST_MARK);
  const bare = `${origin}/markercluster`;
  await page.route(bare, (route) =>
    route.fulfill({ contentType: 'text/html', body: markerClusterPage() }),
  );
  await page.route(`${bare}/points`, (route) => route.fulfill({ json: pairs }));
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  const times: { ours: number; theirs: number }[] = [];
  // The first round fills caches and is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    const theirs = await firstMark(page, bare);
    const ours = await firstMark(page, `${origin}/map`);
    if (round > 0) times.push({ ours, theirs });
  }
  await page.close();
  const ratios = times.map(({ ours, theirs }) => ours / theirs).toSorted((a, b) => a - b);
  return {
    load_vs_markercluster: Math.round((ratios[ratios.length >> 1] ?? Number.NaN) * 100) / 100,
    load_ms_x6: times.map(({ ours }) => Math.round(ours)),
    markercluster_load_ms_x6: times.map(({ theirs }) => Math.round(theirs)),
    load_points: points.length,
  };
}

async function firstMark(page: Page, url: string): Promise<number> {
  await page.goto(url, { timeout: 120_000 });
  const seen = await page.waitForFunction(
    () => (window as unknown as { firstMarkAt?: number }).firstMarkAt,
    undefined,
    { timeout: 120_000, polling: 200 },
  );
  return (await seen.jsonValue()) ?? Number.NaN;
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
