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
  /** The floor cannot be held in whole packs or parcels. facts: quantity (missing) */
  'floor_missed',
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
  /** A person fixed that they go elsewhere. facts: quantity, size, needs */
  'went_by_hand',
  /** They went to hold the floor of needs with no more than it. facts: quantity, size, needs */
  'went_for_floor',
  /** They went where the whole plan is worth more by it, on no single ground. facts: quantity, size, needs */
  'went_for_whole',
  /** It has all of the goods that may serve it. */
  'has_all',
  /** Some is left, but a person fixed how much of it goes here. facts: left */
  'fixed_by_hand',
  /** Some is left, in parcels of several lots that go to one place whole or not at all. facts: left */
  'parcel_sealed',
  /** Some is left, but by the weights that were chosen more is worth nothing here. */
  'no_worth',
  /** Of all goods that may serve, no pack fits the rest. facts: packSize (the smallest) */
  'pack_over_open',
  /** Some is left, but less than a pack fits the rest. facts: left, packSize */
  'pack_too_large',
  /** Some is left; the road would cost more than the use is worth. facts: km */
  'too_far',
  /** What was received before counts. facts: received, percent */
  'served_before',
  /** The centre has no more room. */
  'no_room',
  // More would be possible if
  /**
   * one rule were relaxed for this need: with all other lines as they are, it can have so much more, of goods that the plan
   * leaves and that are worth their road. facts: refusal, quantity (gained), supplies, and divisionCode or group
   */
  'more_if_relaxed',
  /** one size larger served; as above. facts: quantity */
  'more_if_larger',
  /** the same, and the plan was solved again so. facts: refusal, quantity (for this need), total (for all), and divisionCode or group */
  'more_if_relaxed_solved',
  /** facts: quantity, total */
  'more_if_larger_solved',
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
  /** The parcel does not go to one place whole: it has to be opened for it. */
  'line_opens_parcel',
  /** Best for the whole. facts: km */
  'line_best',
] as const;
export type PlanReasonCode = (typeof planReasonCodes)[number];

export interface PlanReason {
  code: PlanReasonCode;
  facts: Record<string, string | number>;
}

export function reason(code: PlanReasonCode, facts: PlanReason['facts'] = {}): PlanReason {
  return { code, facts };
}
