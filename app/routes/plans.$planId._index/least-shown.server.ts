import type { LeastServed } from '~/domain/allocation/plan-figures';
import type { ReadEnv } from '~/server/snapshot.server';
import type { LeastShown } from '~/ui/plan-figures';
import type { PlanSolutionShown } from '~db/queries/allocation-plans.server';
import { listItemsById } from '~db/queries/items.server';
import { findNeedNames } from '~db/queries/plan-names.server';

/** The least served need of each answer, with what it is called; undefined where the answer does not tell. */
export async function leastShown(
  db: ReadEnv['db'],
  needs: PlanSolutionShown['needs'],
  least: readonly (LeastServed | undefined)[],
): Promise<(LeastShown | undefined)[]> {
  const needOf = new Map(needs.map((need) => [need.id, need]));
  const found = least.map((one) => needOf.get(one?.needId ?? ''));
  const [names, items] = await Promise.all([
    findNeedNames(
      db,
      found.flatMap((need) => need?.id ?? []),
    ),
    listItemsById(
      db,
      found.flatMap((need) => need?.itemId ?? []),
    ),
  ]);
  return least.map((one, at) => {
    const need = found[at];
    if (!one) return undefined;
    const { share, others = 0 } = one;
    if (!need) return { share, others };
    const { id, requestId, size, itemId } = need;
    const item = items.find((other) => other.id === itemId);
    return {
      share,
      others,
      need: { requestId, size, item, placeName: names[id]?.placeName ?? '' },
    };
  });
}
