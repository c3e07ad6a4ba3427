import type { CalendarDay } from '../calendar';
import type { PlanRules } from './problem';

/** What a plan starts from where no parameter says otherwise; every one of them may be changed and is shown. */
export function defaultPlanRules(today: CalendarDay): PlanRules {
  return {
    today,
    lambda: 0.005,
    segments: [
      { upTo: 0.5, worth: 1 },
      { upTo: 0.8, worth: 0.6 },
      { upTo: 1, worth: 0.3 },
    ],
    urgencyWeights: { normal: 1, urgent: 1.5, critical: 2.5 },
    groupWeights: { children: 1, elderly: 1, women: 1 },
    floorShare: 0.8,
    substitutionCost: 0.1,
    minLifeDays: 15,
    roadFactor: 1.35,
    kmPerDay: 400,
    unknownKm: 300,
    closedRoads: [],
    pinned: [],
    forbidden: [],
  };
}
