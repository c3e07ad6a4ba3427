import type { CalendarDay } from './calendar';
import type { DonationStatus } from './donation';
import type { PlaceKind } from './organisation';
import type { PublicHop, PublicTrace } from './trace';

export const stageKinds = [
  'pledged',
  'not_taken',
  'counted_in',
  'dispatched',
  'at_depot',
  'arrived',
  'handed_out',
] as const;
export type StageKind = (typeof stageKinds)[number];

/** A place or village where the stage happened, with its first and last day. */
export interface StageStop {
  placeId?: string | undefined;
  divisionCode?: string | undefined;
  firstDay: CalendarDay;
  lastDay: CalendarDay;
}

export interface Stage {
  kind: StageKind;
  state: 'done' | 'current' | 'ahead' | 'trouble';
  stops: StageStop[];
}

interface Told {
  /** None where the goods have no pledge (source unknown). */
  pledgedOn?: CalendarDay | undefined;
  status: DonationStatus;
  trace: PublicTrace;
  /** Something is in transit now. */
  onTheRoad: boolean;
  kindOf: (placeId: string) => PlaceKind | undefined;
}

/** The way as stages in order, those still ahead included, so that a donor sees what comes next. */
export function stagesOf({ pledgedOn, status, trace, onTheRoad, kindOf }: Told): Stage[] {
  const hops = (want: (hop: PublicHop, atCentre: boolean) => boolean) =>
    stopsOf(
      trace.hops.filter((hop) => want(hop, !!hop.placeId && kindOf(hop.placeId) === 'centre')),
    );
  const pledge = pledgedOn ? [{ firstDay: pledgedOn, lastDay: pledgedOn }] : [];
  const countedIn = hops((hop) => hop.kind === 'intake');
  const dispatched = hops((hop) => hop.kind === 'dispatch');
  const atDepot = hops((hop, atCentre) => hop.kind === 'receive' && !atCentre);
  const arrived = hops((hop, atCentre) => hop.kind === 'receive' && atCentre);
  const handedOut = trace.reached.length > 0;
  if (countedIn.length === 0 && (status === 'declined' || status === 'withdrawn')) {
    return [
      ...stage('pledged', pledge, 'done'),
      { kind: 'not_taken', state: 'trouble', stops: [] },
    ];
  }
  // Goods counted in at the centre itself need no road.
  const needsRoad = dispatched.length > 0 || !handedOut;
  return [
    ...stage('pledged', pledge, 'done'),
    { kind: 'counted_in', state: countedIn.length > 0 ? 'done' : 'ahead', stops: countedIn },
    ...(needsRoad
      ? [
          {
            kind: 'dispatched' as const,
            state: onTheRoad ? ('current' as const) : reachedState(dispatched),
            stops: dispatched,
          },
          ...stage('at_depot', atDepot, 'done'),
          { kind: 'arrived' as const, state: reachedState(arrived), stops: arrived },
        ]
      : []),
    { kind: 'handed_out', state: handedOut ? 'done' : 'ahead', stops: [] },
  ];
}

function reachedState(stops: readonly StageStop[]): 'done' | 'ahead' {
  return stops.length > 0 ? 'done' : 'ahead';
}

function stage(kind: StageKind, stops: StageStop[], state: Stage['state']): Stage[] {
  return stops.length > 0 ? [{ kind, state, stops }] : [];
}

function stopsOf(hops: readonly PublicHop[]): StageStop[] {
  const stops = new Map<string, StageStop>();
  for (const { placeId, divisionCode, day } of hops) {
    const key = placeId ?? divisionCode ?? '';
    const stop = stops.get(key) ?? { placeId, divisionCode, firstDay: day, lastDay: day };
    stops.set(key, {
      ...stop,
      firstDay: day < stop.firstDay ? day : stop.firstDay,
      lastDay: day > stop.lastDay ? day : stop.lastDay,
    });
  }
  return [...stops.values()].sort((a, b) => (a.firstDay < b.firstDay ? -1 : 1));
}
