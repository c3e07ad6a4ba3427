import type { PlanChoices } from './allocation-plan';
import { getNumber, type ParameterCode, type ParameterRow } from './parameter';

/** The weights in force for a division on a day: what a new plan starts from. */
export function planChoicesOf(
  rows: readonly ParameterRow[],
  day: string,
  division: string,
): PlanChoices {
  const get = (code: ParameterCode) => getNumber(rows, code, day, division);
  return {
    lambda: get('plan.lambda'),
    segments: [
      { upTo: get('plan.first_segment_up_to'), worth: get('plan.first_segment_worth') },
      { upTo: get('plan.second_segment_up_to'), worth: get('plan.second_segment_worth') },
      { upTo: 1, worth: get('plan.third_segment_worth') },
    ],
    urgencyWeights: {
      normal: get('plan.urgency_normal'),
      urgent: get('plan.urgency_urgent'),
      critical: get('plan.urgency_critical'),
    },
    groupWeights: {
      children: get('plan.group_children'),
      elderly: get('plan.group_elderly'),
      women: get('plan.group_women'),
    },
    floorShare: get('plan.floor_share'),
    substitutionCost: get('plan.substitution_cost'),
    minLifeDays: get('plan.min_life'),
    roadFactor: get('distance.road_factor'),
    kmPerDay: get('plan.km_per_day'),
    unknownKm: get('plan.unknown_distance'),
    closedRoads: [],
  };
}
