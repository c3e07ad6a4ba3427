import type { FillSegment, PlanNeed, PlanRules, PlanSupply } from './problem';

/** What a need's value is made of: one person served in full, of a group and urgency that weigh 1, is 1. */
type Weighed = Pick<PlanNeed, 'quantity' | 'receivedBefore' | 'urgency' | 'headCount' | 'use'>;
type Weights = Pick<PlanRules, 'urgencyWeights' | 'groupWeights' | 'segments'>;

/** The need with what it was given before; smallest units. */
export function wholeNeed(need: Pick<PlanNeed, 'quantity' | 'receivedBefore'>): number {
  return need.quantity + need.receivedBefore;
}

/** Value of one smallest unit in a segment of worth 1. */
export function fullUnitWorth(need: Weighed, rules: Weights): number {
  const weight = rules.urgencyWeights[need.urgency] * rules.groupWeights[need.use.group];
  return (need.headCount * weight) / wholeNeed(need);
}

/** Value of having `filled` smallest units, what was received before included: concave, 0 for nothing. */
export function fillValue(need: Weighed, rules: Weights, filled: number): number {
  const whole = wholeNeed(need);
  let [value, from] = [0, 0];
  for (const { upTo, worth } of rules.segments) {
    value += Math.max(0, Math.min(filled, upTo * whole) - from * whole) * worth;
    from = upTo;
  }
  return value * fullUnitWorth(need, rules);
}

/** Value lost with each smallest unit on the way: the road, and the larger size. */
export function unitCost(
  supply: Pick<PlanSupply, 'unitWeightMg'>,
  rules: Pick<PlanRules, 'lambda' | 'substitutionCost'>,
  way: { km: number; larger: boolean; unitWorth: number },
): number {
  const tonnes = supply.unitWeightMg / 1e9;
  const substitution = way.larger ? rules.substitutionCost * way.unitWorth : 0;
  return rules.lambda * way.km * tonnes + substitution;
}

export interface WorthStep {
  /** Flow units, each worth the same. */
  count: number;
  /** Value of one flow unit. */
  worth: number;
}

/**
 * The value of the next `count` units of `unit` smallest units each, as steps that fall. A unit that straddles two segments is a
 * step of its own, so that whole packs are valued exactly.
 */
export function worthSteps(
  need: Weighed,
  rules: Weights,
  from: number,
  count: number,
  unit: number,
): WorthStep[] {
  const whole = wholeNeed(need);
  const perUnit = fullUnitWorth(need, rules) * unit;
  const steps: WorthStep[] = [];
  let [at, left] = [from, count];
  for (const segment of rules.segments) {
    if (left <= 0) break;
    const end = endOf(segment, whole);
    const within = Math.min(left, Math.max(0, Math.floor((end - at) / unit)));
    if (within > 0) steps.push({ count: within, worth: segment.worth * perUnit });
    at += within * unit;
    left -= within;
    if (left > 0 && at < end) {
      steps.push({
        count: 1,
        worth: fillValue(need, rules, at + unit) - fillValue(need, rules, at),
      });
      at += unit;
      left -= 1;
    }
  }
  return steps;
}

/** Of half of 10, not 4.999999: the end of a segment is a whole number wherever the figures mean one. */
function endOf({ upTo }: FillSegment, whole: number): number {
  const end = upTo * whole;
  return Math.abs(end - Math.round(end)) < 1e-9 * whole ? Math.round(end) : end;
}
