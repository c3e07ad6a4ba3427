import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser, type BrowserContext } from '@playwright/test';
import { v7 as newId } from 'uuid';
import type { Database } from '~db/client.server';
import { placePoints } from '~db/queries/place-points.server';
import { openSite } from '~/cli/site';
import type { Point } from '~/domain/coordinates';
import { openBaseMap } from '~/server/base-map.server';
import type { ServerEnv } from '~/server/env.server';
import { createLog } from '~/server/log.server';
import { readSettings } from '~/server/settings.server';
import { createWeb } from '~/server/web.server';
import { CHROMIUM_ARGS, chooseChromium } from '../../e2e/support/chromium';
import { measureFrames } from './browser-frames';
import { loadTimes } from './browser-load';
import type { Synthetic } from './synthetic';

const ROUNDS = 3;

/**
 * What a reader of the whole province feels on a slow phone: the built pages over the bench's data, in headless
 * Chromium at a sixth of the CPU. Frames of a page that only counts them are beside it, because a busy machine drops frames
 * of any page.
 */
export async function browserFigures(db: Database, now: Date, { userIds }: Synthetic) {
  execFileSync('npx', ['tsx', 'app/cli/bundle/main.ts', '--if-changed'], { stdio: 'ignore' });
  const site = await openSite('production');
  const env = benchEnv(db, now);
  const web = createServer(createWeb({ env, ...site, isReady: () => Promise.resolve(true) }));
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
  const executablePath = chooseChromium();
  const browser = await chromium.launch({
    args: CHROMIUM_ARGS,
    ...(executablePath && { executablePath }),
  });
  try {
    return await measure(browser, origin, userIds[0] ?? '', await pointsOfCentres(db));
  } finally {
    await browser.close();
    web.closeAllConnections();
    await new Promise((resolve) => web.close(resolve));
    await site.close();
  }
}

async function pointsOfCentres(db: Database): Promise<Point[]> {
  const centres = await db.$client<{ id: string }[]>`select id from place where kind = 'centre'`;
  return [
    ...(
      await placePoints(
        db,
        centres.map(({ id }) => id),
      )
    ).values(),
  ];
}

async function measure(browser: Browser, origin: string, userId: string, points: readonly Point[]) {
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 1280, height: 800 },
  });
  await context.addCookies([{ name: 'nuanqiao.session_token', value: userId, url: origin }]);
  const load = await loadTimes(context, origin, points, ROUNDS);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push({ map: await framesOfMap(context, origin), idle: await framesOfNothing(context) });
  }
  const middle = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1];
  return {
    frame_median_ms_x6: middle(rounds.map(({ map }) => map.medianMs)),
    frame_worst_ms_x6: middle(rounds.map(({ map }) => map.worstMs)),
    frame_worst_ms_x6_rounds: rounds.map(({ map }) => map.worstMs),
    frame_p99_ms_x6: middle(rounds.map(({ map }) => map.p99Ms)),
    frames_over_60: rounds.map(({ map }) => map.over60),
    frames: rounds.map(({ map }) => map.frames),
    frame_zooms: rounds.map(({ map }) => map.zooms.length),
    idle_frame_worst_ms_x6: rounds.map(({ idle }) => idle),
    ...load,
  };
}

async function framesOfMap(context: BrowserContext, origin: string) {
  const page = await context.newPage();
  await page.goto(`${origin}/map`);
  await page.locator('.map-points .map-mark').first().waitFor();
  const figures = await measureFrames(page, await context.newCDPSession(page));
  await page.close();
  return figures;
}

/** The worst frame in ten seconds of an empty page: what the machine itself costs. */
async function framesOfNothing(context: BrowserContext): Promise<number> {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  const worst = await page.evaluate<number>(`new Promise((resolve) => {
    const begun = performance.now();
    let [before, worst] = [begun, 0];
    const next = (at) => {
      worst = Math.max(worst, at - before);
      before = at;
      if (at - begun < 10000) requestAnimationFrame(next);
      else resolve(Math.round(worst * 10) / 10);
    };
    requestAnimationFrame(next);
  })`);
  await page.close();
  return worst;
}

function benchEnv(db: Database, now: Date): ServerEnv {
  const settings = readSettings('demo', {});
  const auth = {
    // The signature of a cookie is better-auth's; whose it is stands in the bench's own.
    findSession: (request: Request) => {
      const userId = /session_token=([^;]+)/.exec(request.headers.get('Cookie') ?? '')?.[1];
      return Promise.resolve(userId && { sessionId: userId, userId, userName: '测试' });
    },
  };
  return {
    settings,
    db,
    auth,
    newId,
    now: () => now,
    log: createLog('error'),
    baseMap: openBaseMap(settings.map),
  } as unknown as ServerEnv;
}
