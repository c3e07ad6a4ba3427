import type { Random } from '../allocation/random';
import { NIL, type Ids, type Need, type Rows } from './synthetic-rows';

/** How far the goods of an allocation line have come. */
const stages = ['promised', 'held', 'on_the_road', 'at_centre', 'handed_out'] as const;
type Stage = (typeof stages)[number];
const weights = [10, 12, 8, 20, 50];

export interface GoodsWorld {
  ids: Ids;
  random: Random;
  depots: readonly { id: string; division: string }[];
  donationLines: readonly { id: string; itemId: string; lotId: string }[];
  bureauId: string;
  userId: string;
  now: Date;
}

/** Allocations, shipments and the ledger's lines for most of the needs. */
export function allocate(world: GoodsWorld, needs: readonly Need[], rows: Rows): void {
  const byItem = new Map<string, GoodsWorld['donationLines'][number][]>();
  for (const line of world.donationLines) {
    byItem.set(line.itemId, [...(byItem.get(line.itemId) ?? []), line]);
  }
  for (const need of needs) {
    const supply = byItem.get(need.itemId);
    if (!supply || world.random.next() < 0.3) continue;
    let left = need.approved;
    for (let part = 0; part < world.random.whole(1, 2) && left > 0; part += 1) {
      const quantity = Math.max(1, Math.floor(left * (0.3 + 0.7 * world.random.next())));
      left -= quantity;
      addAllocation(world, need, world.random.pick(supply), quantity, rows);
    }
  }
}

function addAllocation(
  world: GoodsWorld,
  need: Need,
  line: GoodsWorld['donationLines'][number],
  quantity: number,
  rows: Rows,
): void {
  const { ids, random, now } = world;
  const stage = stageOf(random);
  const depot = random.pick(world.depots);
  const [allocationId, allocationLineId] = [ids.next(), ids.next()];
  rows.allocation.push({
    id: allocationId,
    request_id: need.requestId,
    organisation_id: world.bureauId,
    county_code: need.division.slice(0, 6),
    status: 'active',
    allocated_by_user_id: world.userId,
    created_at: now.toISOString(),
  });
  rows.allocation_line.push({
    id: allocationLineId,
    allocation_id: allocationId,
    request_line_id: need.lineId,
    donation_line_id: line.id,
    lot_id: stage === 'promised' ? null : line.lotId,
    place_id: depot.id,
    quantity,
  });
  if (stage === 'promised') return;
  const at = { lotId: line.lotId, quantity, allocationLineId, need, depot };
  moveThrough(world, stage, at, rows);
}

interface Lot {
  lotId: string;
  quantity: number;
  allocationLineId: string;
  need: Need;
  depot: { id: string; division: string };
}

/** The movements that bring goods as far as the stage says, and the balance they end in. */
function moveThrough(world: GoodsWorld, stage: Stage, lot: Lot, rows: Rows): void {
  const { need, depot, allocationLineId } = lot;
  const account = (kind: string, place: { id: string; division: string }, more = {}) => {
    const id = world.ids.next();
    rows.account.push({
      id,
      key: `${kind} ${id}`,
      kind,
      county_code: place.division.slice(0, 6),
      location_id: place.id,
      place_id: kind === 'transit' ? null : place.id,
      allocation_line_id: kind === 'hold' ? allocationLineId : null,
      shipment_id: null,
      ...more,
    });
    return id;
  };
  const steps = ['hold'];
  if (stage !== 'held') steps.push('dispatch');
  if (stage === 'at_centre' || stage === 'handed_out') steps.push('receive');
  if (stage === 'handed_out') steps.push('hand_out');
  const centre = { id: need.placeId, division: need.division };
  let from = world.ids.stockOf(depot.id);
  for (const kind of steps) {
    const to =
      kind === 'hold'
        ? account('hold', depot)
        : kind === 'dispatch'
          ? account('transit', centre, { shipment_id: ship(world, stage, lot, rows) })
          : kind === 'receive'
            ? account('hold', centre)
            : account('unnamed', centre);
    post(world, kind, from, to, lot, rows);
    from = to;
  }
  rows.balance.push({
    account_id: from,
    lot_id: lot.lotId,
    parcel_id: NIL,
    quantity: lot.quantity,
    is_donor: false,
    county_code: need.division.slice(0, 6),
  });
}

function post(world: GoodsWorld, kind: string, from: string, to: string, lot: Lot, rows: Rows) {
  const movementId = world.ids.next();
  rows.movement.push({
    id: movementId,
    kind,
    cause_kind: 'allocation',
    cause_id: lot.allocationLineId,
    county_from: lot.depot.division.slice(0, 6),
    county_to: lot.need.division.slice(0, 6),
    occurred_at: world.now.toISOString(),
    recorded_at: world.now.toISOString(),
    content_hash: movementId,
  });
  rows.movement_line.push({
    movement_id: movementId,
    line_no: 1,
    lot_id: lot.lotId,
    from_account_id: from,
    from_parcel_id: NIL,
    to_account_id: to,
    to_parcel_id: NIL,
    quantity: lot.quantity,
    allocation_line_id: lot.allocationLineId,
  });
}

function ship(world: GoodsWorld, stage: Stage, lot: Lot, rows: Rows): string {
  const id = world.ids.next();
  rows.shipment.push({
    id,
    code: `B${rows.shipment.length}`,
    from_place_id: lot.depot.id,
    to_place_id: lot.need.placeId,
    from_county_code: lot.depot.division.slice(0, 6),
    to_county_code: lot.need.division.slice(0, 6),
    status: stage === 'on_the_road' ? 'dispatched' : 'received',
    dispatched_at: new Date(world.now.getTime() - world.random.whole(0, 12) * 864e5).toISOString(),
    created_by_user_id: world.userId,
    created_at: world.now.toISOString(),
  });
  rows.shipment_line.push({
    id: world.ids.next(),
    shipment_id: id,
    position: 1,
    allocation_line_id: lot.allocationLineId,
    lot_id: lot.lotId,
    parcel_id: NIL,
    quantity: lot.quantity,
  });
  return id;
}

function stageOf(random: Random): Stage {
  let left = random.whole(0, 99);
  for (const [at, weight] of weights.entries()) {
    if (left < weight) return stages[at] ?? 'held';
    left -= weight;
  }
  return 'held';
}
