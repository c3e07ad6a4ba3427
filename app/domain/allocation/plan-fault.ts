import { arcJudge } from './arcs';
import { packOf } from './part';
import type { ArcRefusal, PlanPin, PlanProblem, PlanRules } from './problem';

/** Why a problem cannot be solved as it stands. */
export type PlanFault =
  | { code: 'no_needs' | 'no_goods' | 'weights_all_zero' | 'segments' }
  /** Not a number, not finite or below what it may be; `rule` names it. */
  | { code: 'not_a_weight'; rule: string }
  | ({ code: 'pin'; reason: PinFault } & Pick<PlanPin, 'needId' | 'supplyId'>);
export type PinFault =
  | ArcRefusal
  | 'unknown'
  | 'other_item'
  | 'not_whole'
  | 'not_whole_packs'
  | 'more_than_goods'
  | 'more_than_need';

/** The first fault of a problem, or undefined. */
export function planFault(problem: PlanProblem): PlanFault | undefined {
  if (problem.needs.length === 0) return { code: 'no_needs' };
  if (problem.supplies.every(({ quantity }) => quantity <= 0)) return { code: 'no_goods' };
  return rulesFault(problem.rules) ?? pinsFault(problem);
}

export function rulesFault(rules: PlanRules): PlanFault | undefined {
  const weights = Object.entries({ ...rules.urgencyWeights, ...rules.groupWeights });
  const { lambda, substitutionCost, minLifeDays, unknownKm, floorShare } = rules;
  const numbers = { lambda, substitutionCost, minLifeDays, unknownKm, floorShare };
  for (const [rule, value] of [...weights, ...Object.entries(numbers)]) {
    if (!Number.isFinite(value) || value < 0) return { code: 'not_a_weight', rule };
  }
  for (const rule of ['roadFactor', 'kmPerDay'] as const) {
    if (!Number.isFinite(rules[rule]) || rules[rule] <= 0) return { code: 'not_a_weight', rule };
  }
  if (floorShare > 1) return { code: 'not_a_weight', rule: 'floorShare' };
  const none = (list: Readonly<Record<string, number>>) =>
    Object.values(list).every((weight) => weight === 0);
  if (none(rules.urgencyWeights) || none(rules.groupWeights)) return { code: 'weights_all_zero' };
  return segmentsFault(rules);
}

/** They end at 1 and rise in what they cover, while their worth falls: a value that rose would not be fair, nor solvable. */
function segmentsFault({ segments }: PlanRules): PlanFault | undefined {
  let [upTo, worth] = [0, Infinity];
  for (const segment of segments) {
    const sound = segment.upTo > upTo && segment.worth >= 0 && segment.worth <= worth;
    if (!sound) return { code: 'segments' };
    ({ upTo, worth } = segment);
  }
  if (upTo !== 1 || !Number.isFinite(segments[0]?.worth)) return { code: 'segments' };
  return segments[0]?.worth === 0 ? { code: 'weights_all_zero' } : undefined;
}

function pinsFault(problem: PlanProblem): PlanFault | undefined {
  const { supplies, needs, rules } = problem;
  if (rules.pinned.length === 0) return undefined;
  // Pins forbid their own pair to the solver; here they are asked about as if nobody had pinned them.
  const judge = arcJudge({ ...problem, rules: { ...rules, pinned: [] } });
  const needAt = new Map(needs.map((need, at) => [need.id, at]));
  const supplyAt = new Map(supplies.map((supply, at) => [supply.id, at]));
  const open = new Map(needs.map((need) => [need.id, need.quantity]));
  const stock = new Map(supplies.map((supply) => [supply.id, supply.quantity]));
  const seen = new Set<string>();
  for (const pin of rules.pinned) {
    const { needId, supplyId, quantity } = pin;
    const pair = [needAt.get(needId) ?? -1, supplyAt.get(supplyId) ?? -1] as const;
    const [need, supply] = [needs[pair[0]], supplies[pair[1]]];
    const left = { open: open.get(needId) ?? 0, stock: stock.get(supplyId) ?? 0 };
    const reason = ((): PinFault | undefined => {
      if (!need || !supply || seen.has(`${needId} ${supplyId}`)) return 'unknown';
      if (need.itemId !== supply.itemId) return 'other_item';
      if (!Number.isSafeInteger(quantity) || quantity < 0) return 'not_whole';
      if (quantity % packOf(supply) !== 0) return 'not_whole_packs';
      if (quantity > left.stock) return 'more_than_goods';
      if (quantity > left.open) return 'more_than_need';
      return quantity === 0 ? undefined : judge.refusal(...pair);
    })();
    if (reason) return { code: 'pin', reason, needId, supplyId };
    seen.add(`${needId} ${supplyId}`);
    open.set(needId, left.open - quantity);
    stock.set(supplyId, left.stock - quantity);
  }
  return undefined;
}
