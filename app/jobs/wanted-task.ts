import { giftEffects, type GiftEffect, type GiftShape } from '~/domain/allocation/gift-effects';
import { rulesFault } from '~/domain/allocation/plan-fault';
import type { PlanProblem } from '~/domain/allocation/problem';

/** What the goods that are there leave open, and what a gift of each item would be. */
export interface WantedTask {
  problem: PlanProblem;
  /** By item id. */
  gifts: Record<string, GiftShape>;
}

export function wantedTask(
  { problem, gifts }: WantedTask,
  report: (share: number) => void,
): GiftEffect[] {
  const fault = rulesFault(problem.rules);
  if (fault) throw new Error(`weights that nothing can be solved with: ${fault.code}`);
  const shapeOf = (itemId: string): GiftShape => {
    const shape = gifts[itemId];
    if (!shape) throw new Error('no gift is known for an item that is needed');
    return shape;
  };
  return giftEffects(problem, shapeOf, report);
}
