import { purposeToRead } from '../restriction';
import type { ArcJudge } from './arcs';
import type { PlanLine, PlanProblem } from './problem';

/** What a plan says of goods that go to a need, both by their place in the problem; quantity in smallest units. */
export function lineOf(
  { supplies, needs }: PlanProblem,
  judge: ArcJudge,
  { needAt, supplyAt, quantity }: { needAt: number; supplyAt: number; quantity: number },
): PlanLine {
  const [need, supply] = [needs[needAt], supplies[supplyAt]];
  if (!need || !supply) throw new Error('no such need or supply in the problem');
  return {
    needId: need.id,
    supplyId: supply.id,
    quantity,
    larger: judge.isLarger(needAt, supplyAt),
    km: judge.km(needAt, supplyAt) ?? null,
    pinned: false,
    purposeToRead: purposeToRead(supply.restriction, need.use),
  };
}
