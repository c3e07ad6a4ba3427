import type { CDPSession, Page } from '@playwright/test';

export interface FrameFigures {
  /** Time between two frames, over all of the journey. */
  medianMs: number;
  worstMs: number;
  p99Ms: number;
  /** Frames that took longer than 60 ms. */
  over60: number;
  frames: number;
  zooms: number[];
}

const MAP = '.map-sheet';
/** More than there are levels between the farthest and the closest. */
const LEVELS = 12;

/**
 * Pans and zooms the open map through all of its levels, in and out again, as a reader does: a drag to and fro
 * at each level, then the zoom key. Every frame between the first and the last touch counts. The page is asked nothing
 * meanwhile: questions would be counted as its own work.
 */
export async function measureFrames(page: Page, cdp: CDPSession): Promise<FrameFigures> {
  const map = page.locator(MAP);
  // The keyboard's place on the map brings it into the window: only then is it known where it lies.
  await map.focus();
  const box = await map.boundingBox();
  if (!box) throw new Error('there is no map on the page');
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  await page.evaluate(RECORD_FRAMES);
  for (const key of ['+', '-']) {
    for (let level = 0; level < LEVELS; level += 1) {
      await drag(page, middle, 180, 90);
      await drag(page, middle, -180, -90);
      await page.evaluate(`document.querySelector('${MAP}').focus({ preventScroll: true })`);
      await page.keyboard.press(key);
      await page.waitForTimeout(700);
    }
  }
  const { times, zooms, dragged } = await page.evaluate<Recorded>('window.endOfFrames()');
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  if (dragged < times.length / 10) throw new Error('the map was not dragged');
  const gaps = times.slice(1).map((at, index) => at - (times[index] ?? at));
  const sorted = gaps.toSorted((a, b) => a - b);
  return {
    medianMs: round(sorted[Math.floor(sorted.length / 2)] ?? Number.NaN),
    worstMs: round(sorted.at(-1) ?? Number.NaN),
    p99Ms: round(sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN),
    over60: gaps.filter((gap) => gap > 60).length,
    frames: gaps.length,
    zooms,
  };
}

interface Recorded {
  times: number[];
  /** Levels seen on the way. */
  zooms: number[];
  /** Frames in which the map was being dragged. */
  dragged: number;
}

/** As text: tsx would put a helper of its own into a function, which the page does not have. */
const RECORD_FRAMES = `{
  const map = document.querySelector('${MAP}');
  const times = [];
  const zooms = new Set();
  let dragged = 0;
  let ended = false;
  const next = (at) => {
    if (ended) return;
    times.push(at);
    zooms.add(Number(map.dataset.zoom));
    if (document.body.classList.contains('leaflet-dragging')) dragged += 1;
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
  window.endOfFrames = () => {
    ended = true;
    return { times, zooms: [...zooms], dragged };
  };
}`;

async function drag(page: Page, from: { x: number; y: number }, x: number, y: number) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  const steps = 20;
  for (let step = 1; step <= steps; step += 1) {
    await page.mouse.move(from.x + (x * step) / steps, from.y + (y * step) / steps);
    await page.waitForTimeout(16);
  }
  await page.mouse.up();
  await page.waitForTimeout(400);
}

const round = (value: number) => Math.round(value * 10) / 10;
