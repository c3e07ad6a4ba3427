import { dayInShanghai, type CalendarDay } from './calendar';
import { contains } from './division';
import type { AccountKind, MovementKind } from './ledger';
import { suppressCounts, type PublicCount, type SuppressedTable } from './suppression';

/** An end of a movement line. */
export interface TracePoint {
  kind: AccountKind;
  placeId?: string | undefined;
  /** 12 digits: of the place, or of the programme or centre that handed out; of a shipment its destination. */
  divisionCode?: string | undefined;
  /** Opaque: one household reached, however many of its members collected. */
  reachedKey?: string | undefined;
}

/** A movement line of the goods traced, smallest units. */
export interface TraceLine {
  movementId: string;
  kind: MovementKind;
  recordedAt: Date;
  occurredAt: Date;
  reverses?: string | null | undefined;
  from: TracePoint;
  to: TracePoint;
  quantity: number;
}

/** What people said about the time of a hop and cannot be: shown to the reader, never used for order. */
export type HopFlag = 'in_future' | 'before_previous';

export interface Hop {
  movementId: string;
  kind: MovementKind;
  recordedAt: Date;
  occurredAt: Date;
  from: TracePoint;
  to: TracePoint;
  quantity: number;
  flags: HopFlag[];
}

/** The way of the goods in the order it was recorded, without what was reversed and its reversals; lines of one movement between the same ends are one hop. */
export function hopsOf(lines: readonly TraceLine[]): Hop[] {
  const reversed = new Set(lines.flatMap((line) => line.reverses ?? []));
  const hops = new Map<string, Hop>();
  for (const line of lines) {
    if (line.reverses || reversed.has(line.movementId)) continue;
    const key = [line.movementId, pointKey(line.from), pointKey(line.to)].join(' ');
    const hop = hops.get(key);
    if (hop) hop.quantity += line.quantity;
    else {
      const { movementId, kind, recordedAt, occurredAt, from, to, quantity } = line;
      hops.set(key, { movementId, kind, recordedAt, occurredAt, from, to, quantity, flags: [] });
    }
  }
  return flagged([...hops.values()].sort(recordOrder));
}

/** Villages reached, each with its number of households and the last day, both only as far as the public may see them. */
export interface Reach {
  divisionCode: string;
  households: PublicCount;
  /** Left out with a hidden number: a single day would point at those few. */
  lastDay?: CalendarDay | undefined;
}

export interface PublicHop {
  kind: MovementKind;
  day: CalendarDay;
  placeId?: string | undefined;
  divisionCode?: string | undefined;
  quantity: number;
}

export interface PublicTrace {
  hops: PublicHop[];
  reached: Reach[];
  households: PublicCount;
}

/**
 * What anyone with the code may see: the way down to the village, and how many households it
 * reached. Single hand-outs are no hops here: a day, a village and a quantity of 1 would be a person.
 */
export function publicTrace(hops: readonly Hop[], threshold: number): PublicTrace {
  const table = reachedHouseholds(hops, threshold);
  const reached = table.cells.map(({ key, count }): Reach => {
    const lastDay = typeof count === 'number' ? lastHandOut(hops, key) : undefined;
    return { divisionCode: key, households: count, ...(lastDay && { lastDay }) };
  });
  return { hops: wayHops(hops), reached, households: table.total };
}

/** What one centre handed out, for the donor: goods and no single day. */
export interface CentreHandOut {
  divisionCode: string;
  quantity: number;
  households: PublicCount;
}

/** The donor's view: the public way, and what each village handed out. Down to the centre, never a household. */
export function donorTrace(
  hops: readonly Hop[],
  threshold: number,
): PublicTrace & { handedOut: CentreHandOut[] } {
  const trace = publicTrace(hops, threshold);
  const quantities = new Map<string, number>();
  for (const { divisionCode, quantity } of netHandOuts(hops)) {
    quantities.set(divisionCode, (quantities.get(divisionCode) ?? 0) + quantity);
  }
  const handedOut = trace.reached.map(({ divisionCode, households }) => ({
    divisionCode,
    households,
    quantity: quantities.get(divisionCode) ?? 0,
  }));
  return { ...trace, handedOut };
}

/** Hops that a signed-in reader may see one by one: those that begin or end in the reader's division. */
export function scopedHops(hops: readonly Hop[], divisionPrefix: string): Hop[] {
  return hops.filter((hop) =>
    [hop.from, hop.to].some(
      ({ divisionCode }) => divisionCode !== undefined && contains(divisionPrefix, divisionCode),
    ),
  );
}

/** Households that still have something of it, by village; returned goods do not reach anybody. */
export function reachedHouseholds(
  hops: readonly Hop[],
  threshold: number,
): SuppressedTable<string> {
  const villages = new Map<string, Set<string>>();
  for (const { divisionCode, reachedKey, quantity } of netHandOuts(hops)) {
    if (quantity <= 0 || reachedKey === undefined) continue;
    villages.set(divisionCode, (villages.get(divisionCode) ?? new Set()).add(reachedKey));
  }
  const groups = [...villages].sort(([a], [b]) => (a < b ? -1 : 1));
  return suppressCounts(
    groups.map(([key, households]) => ({ key, count: households.size })),
    threshold,
  );
}

interface NetHandOut {
  divisionCode: string;
  reachedKey: string | undefined;
  quantity: number;
}

/** Handed out less returned, for each household (and for the unnamed of a village together). */
function netHandOuts(hops: readonly Hop[]): NetHandOut[] {
  const nets = new Map<string, NetHandOut>();
  const add = (point: TracePoint, quantity: number) => {
    if (point.kind !== 'recipient' && point.kind !== 'unnamed') return;
    const { divisionCode = '', reachedKey } = point;
    const key = `${divisionCode} ${reachedKey ?? ''}`;
    const net = nets.get(key) ?? { divisionCode, reachedKey, quantity: 0 };
    nets.set(key, { ...net, quantity: net.quantity + quantity });
  };
  for (const hop of hops) {
    add(hop.to, hop.quantity);
    add(hop.from, -hop.quantity);
  }
  return [...nets.values()];
}

/** Kinds that tell the way of goods; the others are work within a place, or people. */
const wayKinds: readonly MovementKind[] = ['intake', 'dispatch', 'receive'];

function wayHops(hops: readonly Hop[]): PublicHop[] {
  const merged = new Map<string, PublicHop>();
  for (const hop of hops) {
    if (!wayKinds.includes(hop.kind)) continue;
    const { placeId, divisionCode } = hop.kind === 'dispatch' ? hop.from : hop.to;
    const day = dayInShanghai(hop.occurredAt);
    const key = [hop.kind, day, placeId, divisionCode].join(' ');
    const same = merged.get(key);
    if (same) same.quantity += hop.quantity;
    else merged.set(key, { kind: hop.kind, day, placeId, divisionCode, quantity: hop.quantity });
  }
  return [...merged.values()];
}

function lastHandOut(hops: readonly Hop[], divisionCode: string): CalendarDay | undefined {
  return hops
    .filter((hop) => hop.kind === 'hand_out' && hop.to.divisionCode === divisionCode)
    .map((hop) => dayInShanghai(hop.occurredAt))
    .sort()
    .at(-1);
}

function flagged(hops: Hop[]): Hop[] {
  return hops.map((hop, index) => {
    const flags: HopFlag[] = [];
    if (hop.occurredAt > hop.recordedAt) flags.push('in_future');
    const previous = hops[index - 1];
    if (previous && hop.occurredAt < previous.occurredAt) flags.push('before_previous');
    return { ...hop, flags };
  });
}

function recordOrder(a: Hop, b: Hop): number {
  return (
    a.recordedAt.getTime() - b.recordedAt.getTime() ||
    (a.movementId < b.movementId ? -1 : Number(a.movementId > b.movementId))
  );
}

function pointKey({ kind, placeId, divisionCode, reachedKey }: TracePoint): string {
  return [kind, placeId, divisionCode, reachedKey].join('/');
}
