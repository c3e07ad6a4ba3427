import { parameterUnits, type ParameterCode } from '~/domain/parameter';
import type { Tx } from '~db/client.server';
import { parameter } from '~db/schema/parameter';

const SINCE = '2020-01-01';
const OUR_DEFAULT = 'default of this product';
const DEYANG =
  'Deyang Red Cross, rules for goods donated: 6 months left, or 3 when the whole life is at most 6';

const seeds: Record<ParameterCode, { value: number; source: string }> = {
  'intake.min_remaining_life': { value: 6, source: DEYANG },
  'intake.min_remaining_life_short': { value: 3, source: DEYANG },
  'intake.short_life': { value: 6, source: DEYANG },
  'stock.expiring_soon': { value: 60, source: OUR_DEFAULT },
  'shipment.late_after': { value: 7, source: OUR_DEFAULT },
  'public.suppress_below': {
    value: 5,
    source: 'common practice for public counts of small groups',
  },
  'auth.sign_in_attempts': { value: 10, source: OUR_DEFAULT },
  'auth.sign_in_attempts_per_address': { value: 50, source: OUR_DEFAULT },
  'auth.sign_in_window': { value: 15, source: OUR_DEFAULT },
  'register.left_behind_child_below': { value: 16, source: '国发〔2016〕13号' },
  'register.child_below': { value: 18, source: '国办发〔2010〕54号' },
  'plan.floor_share': { value: 0.8, source: OUR_DEFAULT },
  'plan.lambda': { value: 0.005, source: OUR_DEFAULT },
  'plan.first_segment_up_to': { value: 0.5, source: OUR_DEFAULT },
  'plan.second_segment_up_to': { value: 0.8, source: OUR_DEFAULT },
  'plan.first_segment_worth': { value: 1, source: OUR_DEFAULT },
  'plan.second_segment_worth': { value: 0.6, source: OUR_DEFAULT },
  'plan.third_segment_worth': { value: 0.3, source: OUR_DEFAULT },
  'plan.urgency_normal': { value: 1, source: OUR_DEFAULT },
  'plan.urgency_urgent': { value: 1.5, source: OUR_DEFAULT },
  'plan.urgency_critical': { value: 2.5, source: OUR_DEFAULT },
  'plan.group_children': { value: 1, source: OUR_DEFAULT },
  'plan.group_elderly': { value: 1, source: OUR_DEFAULT },
  'plan.group_women': { value: 1, source: OUR_DEFAULT },
  'plan.substitution_cost': { value: 0.1, source: OUR_DEFAULT },
  'plan.min_life': { value: 15, source: OUR_DEFAULT },
  'plan.km_per_day': { value: 400, source: OUR_DEFAULT },
  'plan.unknown_distance': { value: 300, source: OUR_DEFAULT },
  'plan.received_window': { value: 90, source: OUR_DEFAULT },
  'trip.vehicle_load': { value: 5000, source: OUR_DEFAULT },
  'trip.vehicle_room': { value: 20, source: OUR_DEFAULT },
  'register.elderly_from': { value: 60, source: '老年人权益保障法 第二条' },
  'distance.road_factor': { value: 1.4, source: OUR_DEFAULT },
};

/** Adds the parameters that have no row at all; a row that people changed or ended is theirs. */
export async function seedParameters(tx: Tx): Promise<void> {
  const present = await tx.selectDistinct({ code: parameter.code }).from(parameter);
  const known = new Set(present.map((row) => row.code));
  const codes = (Object.keys(seeds) as ParameterCode[]).filter((code) => !known.has(code));
  if (codes.length === 0) return;
  await tx.insert(parameter).values(
    codes.map((code) => ({
      code,
      regionPrefix: '',
      validFrom: SINCE,
      unit: parameterUnits[code],
      ...seeds[code],
    })),
  );
}
