import { wantedGoods } from '~/domain/allocation/wanted-goods';
import { dayInShanghai } from '~/domain/calendar';
import { getNumber } from '~/domain/parameter';
import type { ServerEnv } from '~/server/env.server';
import { listItemsById } from '~db/queries/items.server';
import { listParameters } from '~db/queries/parameters.server';
import { findCountyNames } from '~db/queries/plan-names.server';

const PAGE_SIZE = 30;

/** One page of what should be given, as it was last worked out; groups of few people are not told apart. */
export async function loadWanted({ db, now, wanted }: ServerEnv, page: number) {
  const { known, working, failed } = await wanted();
  const effects = known?.effects ?? [];
  const shown = effects.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const counties = [...new Set(shown.flatMap((one) => one.byCounty.map(({ key }) => key)))];
  const parameters = await listParameters(db);
  const today = dayInShanghai(now());
  // One table shows all counties together, so that the strictest of their thresholds holds for it.
  const thresholds = ['', ...counties].map((code) =>
    getNumber(parameters, 'public.suppress_below', today, code),
  );
  const threshold = Math.max(...thresholds);
  return {
    rows: shown.map((effect) => wantedGoods(effect, threshold)),
    page: { number: page, size: PAGE_SIZE, total: effects.length },
    state: { at: known?.at.toISOString(), working, failed },
    threshold,
    items: await listItemsById(
      db,
      shown.map((row) => row.itemId),
    ),
    countyNames: await findCountyNames(db, counties),
  };
}

export type WantedLoaded = Awaited<ReturnType<typeof loadWanted>>;
