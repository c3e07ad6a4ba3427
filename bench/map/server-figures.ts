import { gzipSync } from 'node:zlib';
import type { AppLoadContext } from '@remix-run/node';
import type { Database } from '~db/client.server';
import { fillBands } from '~/domain/map';
import { loader } from '~/routes/map.view/route';
import { mapsFor } from '~/server/map.server';
import { seeded } from '../allocation/random';
import type { Synthetic } from './synthetic';

const REQUESTS = 500;

/** Asks as the browser does: the route's own loader, with a session, and the answer read to its end. */
function reader(db: Database, now: Date) {
  const env = {
    db,
    now: () => now,
    auth: {
      // The signature of a cookie is better-auth's; whose it is stands in the bench's own.
      findSession: (request: Request) => {
        const userId = /session_token=([^;]+)/.exec(request.headers.get('Cookie') ?? '')?.[1] ?? '';
        return Promise.resolve({ sessionId: userId, userId, userName: 'bench' });
      },
    },
  };
  const context = { env } as unknown as AppLoadContext;
  return async (userId: string, search: string): Promise<string> => {
    const request = new Request(`http://bench/map/view?${search}`, {
      headers: { Cookie: `nuanqiao.session_token=${userId}` },
    });
    const answer = await loader({ request, params: {}, context });
    if (answer.status !== 200) throw new Error(`the map answered ${answer.status}`);
    return answer.text();
  };
}

/** 50 sets of filters over what there is; the first is none at all. */
function filterSets({ campaignIds, itemIds, counties }: Synthetic): string[] {
  const random = seeded(7);
  const sets = [''];
  while (sets.length < 50) {
    const search = new URLSearchParams();
    const chance = (share: number) => random.next() < share;
    if (chance(0.4)) search.set('campaign', random.pick(campaignIds));
    if (chance(0.4)) search.set('item', random.pick(itemIds));
    if (chance(0.3)) search.set('group', random.pick(['children', 'elderly', 'women']));
    if (chance(0.3)) search.set('urgency', random.pick(['urgent', 'critical']));
    if (chance(0.2)) search.set('needBy', '2026-11-15');
    if (chance(0.2)) search.set('fill', random.pick(fillBands));
    if (chance(0.1)) search.set('division', random.pick(counties));
    if (chance(0.4)) search.set('shading', random.pick(['need', 'fill', 'value']));
    if (chance(0.3)) search.set('shadeBy', 'county');
    sets.push(search.toString());
  }
  return sets;
}

/** All 500 requests, drawn with a fixed seed: reader, filters and a window that is the whole, or somewhere in it. */
function questions(synthetic: Synthetic): [userId: string, search: string][] {
  const random = seeded(11);
  const sets = filterSets(synthetic);
  return Array.from({ length: REQUESTS }, () => {
    const search = new URLSearchParams(random.pick(sets));
    if (random.next() < 0.7) {
      const zoom = random.whole(6, 14);
      const [width, height] = [1000, 640].map((pixels) => (pixels * 360) / (256 * 2 ** zoom));
      const [west, south] = [105.5 + random.next() * 5, 22 + random.next() * 3];
      search.set('bbox', [west, south, west + (width ?? 1), south + (height ?? 1)].join(','));
      search.set('zoom', String(zoom));
    }
    return [random.pick(synthetic.userIds), search.toString()];
  });
}

export async function serverFigures(db: Database, now: Date, synthetic: Synthetic) {
  const ask = reader(db, now);
  const province = synthetic.userIds[0] ?? '';
  const begun = performance.now();
  const first = await ask(province, '');
  const coldMs = performance.now() - begun;
  // Once more from nothing kept: the first use of the picture is one of the 500.
  const fresh = reader(db, now);
  const cold: number[] = [];
  for (const [userId, search] of questions(synthetic))
    cold.push(await timed(fresh, userId, search));
  const warm: number[] = [];
  for (const [userId, search] of questions(synthetic).slice(-100)) {
    await ask(userId, search);
    warm.push(await timed(ask, userId, search));
  }
  return {
    first_view_kb: kilobytes(first),
    server_p95_ms: percentile([coldMs, ...cold.slice(1)], 0.95),
    server_warm_p95_ms: percentile(warm, 0.95),
    server_median_ms: percentile(cold, 0.5),
    server_worst_ms: percentile([coldMs, ...cold], 1),
    first_picture_ms: Math.round(coldMs),
    largest_answer_kb: await largestAnswer(ask, synthetic),
    kept: mapsFor({ db }).kept(),
  };
}

async function timed(
  ask: (userId: string, search: string) => Promise<string>,
  userId: string,
  search: string,
): Promise<number> {
  const begun = performance.now();
  await ask(userId, search);
  return performance.now() - begun;
}

async function largestAnswer(
  ask: (userId: string, search: string) => Promise<string>,
  synthetic: Synthetic,
): Promise<number> {
  let largest = 0;
  for (const [userId, search] of questions(synthetic)) {
    largest = Math.max(largest, kilobytes(await ask(userId, search)));
  }
  return largest;
}

function kilobytes(text: string): number {
  return Math.round(gzipSync(text).length / 102.4) / 10;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1);
  return Math.round((sorted[at] ?? 0) * 10) / 10;
}
