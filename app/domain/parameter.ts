/** A rule's number, word or switch. */
export type ParameterValue = number | string | boolean;

/** The parameters that the code asks for, with the unit their value is in. */
export const parameterUnits = {
  /** Least life that goods must have left when they come in. */
  'intake.min_remaining_life': 'months',
  /** The same for goods whose whole life is short. */
  'intake.min_remaining_life_short': 'months',
  /** Whole life up to which goods count as short-lived. */
  'intake.short_life': 'months',
  /** Lots this near to their best-before day are flagged wherever goods are picked. */
  'stock.expiring_soon': 'days',
  /** A delivery that is on the road for more than this is late, whatever day it is needed by. */
  'shipment.late_after': 'days',
  /** Groups smaller than this are shown to the public as "fewer than". */
  'public.suppress_below': 'persons',
  /** Wrong passwords after which an account, or an address, waits. */
  'auth.sign_in_attempts': 'attempts',
  'auth.sign_in_attempts_per_address': 'attempts',
  /** The time over which wrong passwords are counted, and for which sign-in then waits. */
  'auth.sign_in_window': 'minutes',
  /** A left-behind child is younger than this. */
  'register.left_behind_child_below': 'years',
  /** An orphan or unattended child is younger than this. */
  'register.child_below': 'years',
  'register.elderly_from': 'years',
  /** Road kilometres for one kilometre as the crow flies. */
  'distance.road_factor': 'times',
  /** Share of the max-min level that a plan makes every need sure of. */
  'plan.floor_share': 'share',
  /** What a tonne-kilometre costs a plan, in persons served in full. */
  'plan.lambda': 'persons per tonne-km',
  /** Up to this share of a need its first, then its second units count; the third reach to the end. */
  'plan.first_segment_up_to': 'share',
  'plan.second_segment_up_to': 'share',
  'plan.first_segment_worth': 'weight',
  'plan.second_segment_worth': 'weight',
  'plan.third_segment_worth': 'weight',
  'plan.urgency_normal': 'weight',
  'plan.urgency_urgent': 'weight',
  'plan.urgency_critical': 'weight',
  'plan.group_children': 'weight',
  'plan.group_elderly': 'weight',
  'plan.group_women': 'weight',
  /** Share of its worth that a unit one size larger loses. */
  'plan.substitution_cost': 'share',
  /** Shelf life that goods must have left when they reach the centre. */
  'plan.min_life': 'days',
  'plan.km_per_day': 'km per day',
  /** Taken where a place has no point. */
  'plan.unknown_distance': 'km',
  /** What a programme was given this long ago still counts for fairness. */
  'plan.received_window': 'days',
  /** What one vehicle carries, for grouping trips. */
  'trip.vehicle_load': 'kg',
  'trip.vehicle_room': 'cubic metres',
} as const;

export type ParameterCode = keyof typeof parameterUnits;

export interface ParameterRow {
  code: string;
  /** Digits of the division it holds in; '' everywhere. */
  regionPrefix: string;
  /** First day it holds. */
  validFrom: string;
  /** First day it no longer holds; null: until a later row. */
  validTo: string | null;
  value: ParameterValue;
  unit: string;
  source: string;
}

/**
 * The row in force on a calendar day in a division (12 digits, or a prefix of it): the narrowest region decides, then the
 * latest beginning. Undefined when none is.
 */
export function resolveParameter<Row extends ParameterRow>(
  rows: readonly Row[],
  code: ParameterCode,
  day: string,
  division: string,
): Row | undefined {
  let best: Row | undefined;
  for (const row of rows) {
    if (row.code !== code || !division.startsWith(row.regionPrefix)) continue;
    if (row.validFrom > day || (row.validTo !== null && row.validTo <= day)) continue;
    if (best === undefined || outranks(row, best)) best = row;
  }
  return best;
}

function outranks(row: ParameterRow, other: ParameterRow): boolean {
  if (row.regionPrefix.length !== other.regionPrefix.length) {
    return row.regionPrefix.length > other.regionPrefix.length;
  }
  return row.validFrom > other.validFrom;
}

/** The number in force. Throws when there is none: a rule without its number cannot be decided. */
export function getNumber(
  rows: readonly ParameterRow[],
  code: ParameterCode,
  day: string,
  division: string,
): number {
  const row = resolveParameter(rows, code, day, division);
  if (typeof row?.value !== 'number') throw new Error(`no number for parameter ${code} on ${day}`);
  if (row.unit !== parameterUnits[code]) throw new Error(`parameter ${code} is not in its unit`);
  return row.value;
}
