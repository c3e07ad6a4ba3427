import type { CDPSession, Page } from '@playwright/test';

export interface FrameFigures {
  /** Time between two frames, over all of the journey. */
  medianMs: number;
  worstMs: number;
  p99Ms: number;
  frames: number;
  zooms: number[];
}

const MAP = '.map-sheet';

/**
 * Pans and zooms the open map through all of its levels, in and out again, as a reader does: a drag to and fro
 * at each level, then the zoom key. Every frame between the first and the last touch counts.
 */
export async function measureFrames(page: Page, cdp: CDPSession): Promise<FrameFigures> {
  const box = await page.locator(MAP).boundingBox();
  if (!box) throw new Error('there is no map on the page');
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  await page.locator(MAP).focus();
  await page.evaluate(RECORD_FRAMES);
  const zooms: number[] = [];
  for (const key of ['+', '-']) {
    for (;;) {
      zooms.push(await zoomOf(page));
      await drag(page, middle, 180, 90);
      await drag(page, middle, -180, -90);
      const button = page.getByRole('button', { name: key === '+' ? '放大' : '缩小', exact: true });
      if ((await button.getAttribute('aria-disabled')) === 'true') break;
      await page.locator(MAP).focus();
      await page.keyboard.press(key);
      await page.waitForTimeout(700);
    }
  }
  const gaps = await page.evaluate(() => {
    const { frameTimes } = window as unknown as { frameTimes: number[] };
    return frameTimes.slice(1).map((at, index) => at - (frameTimes[index] ?? at));
  });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const sorted = gaps.toSorted((a, b) => a - b);
  return {
    medianMs: round(sorted[Math.floor(sorted.length / 2)] ?? Number.NaN),
    worstMs: round(sorted.at(-1) ?? Number.NaN),
    p99Ms: round(sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN),
    frames: gaps.length,
    zooms: [...new Set(zooms)],
  };
}

/** As text: tsx would put a helper of its own into a function, which the page does not have. */
const RECORD_FRAMES = `{
  window.frameTimes = [];
  const next = (at) => {
    window.frameTimes.push(at);
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}`;

async function zoomOf(page: Page): Promise<number> {
  return Number(await page.locator(MAP).getAttribute('data-zoom'));
}

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
