import type { Traced, TracedLine } from '~db/queries/trace.server';
import { visibleScope, type Actor } from '~/domain/actor';
import { dayInShanghai } from '~/domain/calendar';
import type { MovementKind } from '~/domain/ledger';
import {
  donorTrace,
  hopsOf,
  scopedHops,
  type Hop,
  type HopFlag,
  type TracePoint,
} from '~/domain/trace';
import type { Names } from './trace-view.server';

/** One end of a movement, for a reader who may see it: a place by name, or what kind of account it is. */
export interface MoreEnd {
  kind: TracePoint['kind'];
  name: string;
}

export interface MoreHop {
  key: string;
  kind: MovementKind;
  /** ISO instant: what people said. */
  at: string;
  from: MoreEnd;
  to: MoreEnd;
  itemId: string;
  quantity: number;
  flags: HopFlag[];
}

export interface HandedOutByItem {
  village: string;
  itemId: string;
  quantity: number;
}

/** More than the public sees: movements one by one where the reader works, and to a donor what its centres handed out. */
export interface More {
  hops: MoreHop[];
  handedOut: HandedOutByItem[];
  /** The reader's own donations among those traced. */
  donations: { id: string; code: string }[];
}

const MAX_HOPS = 300;

export function moreFor(
  actor: Actor,
  traced: Traced,
  names: Names,
  threshold: number,
): More | undefined {
  const byItem = groupByItem(traced.lines);
  if (actor.role === 'foundation_staff') {
    const own = traced.donations.filter((one) => one.donorOrganisationId === actor.organisationId);
    // In a mixed parcel another donor's goods are not this reader's to see.
    if (own.length === 0 || own.length < traced.donations.length) return undefined;
    return {
      hops: [],
      handedOut: [...byItem].flatMap(([itemId, lines]) =>
        donorTrace(hopsOf(lines), threshold).handedOut.map(({ divisionCode, quantity }) => ({
          village: names.village(divisionCode),
          itemId,
          quantity,
        })),
      ),
      donations: own.map(({ id, code }) => ({ id, code })),
    };
  }
  const hops = [...byItem].flatMap(([itemId, lines]) =>
    hopsFor(actor, traced, hopsOf(lines)).map((hop) => ({ ...hop, itemId })),
  );
  if (hops.length === 0) return undefined;
  const placeNames = new Map(traced.places.map((place) => [place.id, place.name]));
  return { hops: joined(hops, placeNames, names).slice(0, MAX_HOPS), handedOut: [], donations: [] };
}

/** Officers see what begins or ends in their division, others what begins or ends at their own places. */
function hopsFor(actor: Actor, { places }: Traced, hops: Hop[]): Hop[] {
  if (actor.role !== 'depot_staff' && actor.role !== 'centre_coordinator') {
    return scopedHops(hops, visibleScope(actor).divisionPrefix);
  }
  const own = new Set(
    places.filter((one) => one.organisationId === actor.organisationId).map((one) => one.id),
  );
  return hops.filter(({ from, to }) => own.has(from.placeId ?? '') || own.has(to.placeId ?? ''));
}

/** Hand-outs of one item at one place on one day are one row: this page is about goods. */
function joined(
  hops: readonly (Hop & { itemId: string })[],
  placeNames: ReadonlyMap<string, string>,
  names: Names,
): MoreHop[] {
  const rows = new Map<string, MoreHop & { order: number }>();
  const end = ({ kind, placeId, divisionCode }: TracePoint): MoreEnd => ({
    kind,
    name:
      (placeId && placeNames.get(placeId)) ||
      (kind === 'transit' && divisionCode ? names.village(divisionCode) : ''),
  });
  for (const hop of hops) {
    const toPeople = hop.to.kind === 'recipient' || hop.to.kind === 'unnamed';
    const moment = toPeople ? dayInShanghai(hop.occurredAt) : hop.movementId;
    const [from, to] = [end(hop.from), end(hop.to)];
    const key = [moment, hop.kind, from.kind, from.name, to.kind, to.name, hop.itemId].join(' ');
    const row = rows.get(key);
    if (row) {
      row.quantity += hop.quantity;
      continue;
    }
    const { kind, itemId, quantity, flags } = hop;
    const order = hop.recordedAt.getTime();
    rows.set(key, {
      key,
      kind,
      at: hop.occurredAt.toISOString(),
      from,
      to,
      itemId,
      quantity,
      flags,
      order,
    });
  }
  return [...rows.values()]
    .sort((a, b) => a.order - b.order)
    .map(({ order: _order, ...row }) => row);
}

function groupByItem(lines: readonly TracedLine[]): Map<string, TracedLine[]> {
  const groups = new Map<string, TracedLine[]>();
  for (const line of lines) {
    const group = groups.get(line.itemId);
    if (group) group.push(line);
    else groups.set(line.itemId, [line]);
  }
  return groups;
}
