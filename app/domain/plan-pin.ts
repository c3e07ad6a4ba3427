import { arcJudge } from './allocation/arcs';
import { planFault, type PinFault, type PlanFault } from './allocation/plan-fault';
import type {
  ArcRefusal,
  PlanNeed,
  PlanProblem,
  PlanRules,
  PlanSupply,
} from './allocation/problem';
import type { DomainError, ErrorCode } from './error';
import { domainError } from './result';

/** A quantity that a person fixed, and why it could not be held to. Smallest units. */
export interface LeftOutPin {
  needId: string;
  supplyId: string;
  quantity: number;
  reason: LeftOutReason;
}
export type LeftOutReason = Exclude<PinFault, 'unknown'> | 'need_gone' | 'goods_gone';

const codes: Partial<Record<PinFault, ErrorCode>> = {
  other_item: 'allocation.other_item',
  wrong_size: 'plan.pin_wrong_size',
  restricted_division: 'plan.pin_restricted_division',
  restricted_group: 'plan.pin_restricted_group',
  restricted_purpose: 'plan.pin_restricted_purpose',
  quarantined: 'plan.pin_quarantined',
  expired: 'plan.pin_expired',
  too_little_life: 'plan.pin_too_little_life',
  closed_road: 'plan.pin_closed_road',
  centre_full: 'plan.pin_no_room',
};

/** Why a person may not fix these goods for this need, by the rule that forbids it; undefined where they may. */
export function pinRefusal(
  need: PlanNeed,
  supply: PlanSupply,
  rules: Omit<PlanRules, 'pinned' | 'forbidden'>,
  quantity: number,
): DomainError | undefined {
  const { capacityLeftMl } = need;
  const volumeMl = (quantity * supply.unitVolumeUl) / 1000;
  if (capacityLeftMl !== undefined && volumeMl > capacityLeftMl) {
    return domainError('plan.pin_no_room');
  }
  const pinned = [{ needId: need.id, supplyId: supply.id, quantity }];
  const fault = planFault({
    supplies: [supply],
    needs: [need],
    rules: { ...rules, pinned, forbidden: [] },
  });
  return fault && domainError(codeOf(fault));
}

function codeOf(fault: PlanFault): ErrorCode {
  return (fault.code === 'pin' && codes[fault.reason]) || 'plan.goods_do_not_fit';
}

/** The rules without the pins that no longer hold, and those pins, each with what stands against it. */
export function soundPins(problem: PlanProblem): { rules: PlanRules; leftOut: LeftOutPin[] } {
  let { rules } = problem;
  const leftOut: LeftOutPin[] = [];
  for (;;) {
    const fault = planFault({ ...problem, rules });
    if (fault?.code !== 'pin') return { rules, leftOut };
    const at = rules.pinned.findIndex(
      (pin) => pin.needId === fault.needId && pin.supplyId === fault.supplyId,
    );
    const [pin] = rules.pinned.slice(at, at + 1);
    if (!pin) throw new Error('a fault of a pin that is not there');
    leftOut.push({ ...pin, reason: whyLeftOut(problem, fault) });
    rules = { ...rules, pinned: rules.pinned.toSpliced(at, 1) };
  }
}

function whyLeftOut(
  { needs }: PlanProblem,
  { reason, needId }: Extract<PlanFault, { code: 'pin' }>,
): LeftOutReason {
  if (reason !== 'unknown') return reason;
  return needs.some((need) => need.id === needId) ? 'goods_gone' : 'need_gone';
}

export interface GoodsForNeed {
  supply: PlanSupply;
  /** The rule that stands against it. */
  refusal: ArcRefusal | undefined;
  /** Road kilometres; undefined where a place has no point. */
  km: number | undefined;
}

/** All goods of a need's item, those that may be given first, the nearest first; what a person forbade counts as allowed. */
export function goodsForNeed(problem: PlanProblem, need: PlanNeed): GoodsForNeed[] {
  const supplies = problem.supplies.filter(
    ({ itemId, quantity }) => itemId === need.itemId && quantity > 0,
  );
  const rules = { ...problem.rules, pinned: [], forbidden: [] };
  const judge = arcJudge({ supplies, needs: [need], rules });
  return supplies
    .map((supply, at) => ({ supply, refusal: judge.refusal(0, at), km: judge.km(0, at) }))
    .sort(
      (a, b) =>
        Number(a.refusal !== undefined) - Number(b.refusal !== undefined) ||
        (a.km ?? rules.unknownKm) - (b.km ?? rules.unknownKm) ||
        (a.supply.id < b.supply.id ? -1 : 1),
    );
}
