/** Why a line stands in a plan, or why a need stays unmet. i18n holds one sentence a code. Quantities are smallest units. */
export const planReasonCodes = [
  // For what a need is given
  /** All that was asked for. facts: given */
  'met',
  /** A part. facts: given, wanted */
  'partly_met',
  /** Nothing. facts: wanted */
  'nothing_given',
  /** The floor sees to this much. facts: quantity, levelPercent */
  'floor_given',
  // Why not more
  /** Nobody has given the item, or all of it is promised already. */
  'no_goods',
  /** Goods are there, and no others, but one rule stands against all of them. facts: refusal, quantity, and for restrictions divisionCode or group */
  'goods_refused',
  /** The last goods that could have served went to needs with less. facts: quantity, size, needs, belowPercent */
  'went_to_less_served',
  /** They went where urgency, group or head count weigh more. facts: quantity, size, needs */
  'went_to_weightier',
  /** They went where the road is shorter for the same use. facts: quantity, size, needs */
  'went_nearer',
  /** Some is left, but less than a pack fits the rest. facts: left, packSize */
  'pack_too_large',
  /** Some is left; the road would cost more than the use is worth. facts: km */
  'too_far',
  /** What was received before counts. facts: received, percent */
  'served_before',
  /** The centre has no more room. */
  'no_room',
  // More would be possible if
  /** one rule were relaxed. facts: refusal, quantity (gained), supplies, and divisionCode or group */
  'more_if_relaxed',
  /** one size larger served. facts: quantity */
  'more_if_larger',
  /** more were given. facts: quantity (missing), persons */
  'more_if_given',
  // Why this line
  'line_pinned',
  'line_pledge',
  'line_larger',
  'line_first_expired',
  /** facts: km */
  'line_nearest',
  /** facts: km */
  'line_only_goods',
  'line_purpose_to_read',
  /** Best for the whole. facts: km */
  'line_best',
] as const;
export type PlanReasonCode = (typeof planReasonCodes)[number];

export interface PlanReason {
  code: PlanReasonCode;
  facts: Record<string, string | number>;
}
