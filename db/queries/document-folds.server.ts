import { sql } from 'drizzle-orm';
import type { Database, Tx } from '~db/client.server';
import { foldAllocation, type AllocationEvent } from '~/domain/allocation-event';
import { foldAllocationPlan, type AllocationPlanEvent } from '~/domain/allocation-plan';
import { foldDonation, type DonationEvent } from '~/domain/donation';
import { foldHandout, type HandoutEvent } from '~/domain/handout';
import { foldRequest, type RequestEvent } from '~/domain/request';
import { foldShipment, type ShipmentEvent } from '~/domain/shipment';
import { foldSignOff, type SignOffEvent } from '~/domain/sign-off';

interface Folded {
  status: string;
  version: number;
}

/** Every aggregate whose status column must be what its events say; the table has the aggregate's name. */
const folds = {
  donation: (events) => foldDonation(events as DonationEvent[]),
  request: (events) => foldRequest(events as RequestEvent[]),
  allocation: (events) => foldAllocation(events as AllocationEvent[]),
  allocation_plan: (events) => foldAllocationPlan(events as AllocationPlanEvent[]),
  shipment: (events) => foldShipment(events as ShipmentEvent[]),
  handout: (events) => foldHandout(events as HandoutEvent[]),
  sign_off: (events) => foldSignOff(events as SignOffEvent[]),
} satisfies Record<string, (events: unknown[]) => Folded>;
type FoldedAggregate = keyof typeof folds;
export const foldedAggregates = Object.keys(folds) as FoldedAggregate[];

export interface FoldFault {
  aggregate: FoldedAggregate;
  id: string;
  detail: string;
}
export interface FoldReport {
  documents: number;
  faults: FoldFault[];
}

/** Documents read at a time, so that a year's events never stand in memory at once. */
const BATCH = 500;

/** Folds the events of every document of one kind and compares them with its row. No Scope: for an operator. */
export async function checkDocumentFolds(
  db: Database | Tx,
  aggregate: FoldedAggregate,
): Promise<FoldReport> {
  const report: FoldReport = { documents: 0, faults: await findOrphans(db, aggregate) };
  for (let after = ''; ;) {
    const rows = await readBatch(db, aggregate, after);
    for (const row of rows) {
      const detail = faultOf(aggregate, row);
      if (detail) report.faults.push({ aggregate, id: row.id, detail });
    }
    report.documents += rows.length;
    if (rows.length < BATCH) return report;
    after = rows.at(-1)?.id ?? '';
  }
}

interface DocumentRow extends Record<string, unknown> {
  id: string;
  status: string;
  version: number;
  events: { version: number; type: string; payload: unknown }[] | null;
}

function readBatch(
  db: Database | Tx,
  aggregate: FoldedAggregate,
  after: string,
): Promise<DocumentRow[]> {
  const beyond = after === '' ? sql`true` : sql`d.id > ${after}::uuid`;
  return db.execute<DocumentRow>(sql`
    select d.id, d.status, d.version,
      (select jsonb_agg(jsonb_build_object('version', e.version, 'type', e.type, 'payload', e.payload)
          order by e.version)
        from event e where e.aggregate = ${aggregate} and e.aggregate_id = d.id) as events
    from ${sql.identifier(aggregate)} d
    where ${beyond} order by d.id limit ${BATCH}`);
}

function faultOf(aggregate: FoldedAggregate, row: DocumentRow): string | undefined {
  const events = row.events ?? [];
  const gap = events.findIndex((event, index) => event.version !== index + 1);
  if (gap >= 0) return `event ${gap + 1} is missing`;
  try {
    const { status, version } = folds[aggregate](events);
    if (status !== row.status) return `its events say ${status}, its row ${row.status}`;
    if (version !== row.version) return `its events say version ${version}, its row ${row.version}`;
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Events of a document that is not there. */
async function findOrphans(db: Database | Tx, aggregate: FoldedAggregate): Promise<FoldFault[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select distinct e.aggregate_id as id from event e
    where e.aggregate = ${aggregate}
      and not exists (select from ${sql.identifier(aggregate)} d where d.id = e.aggregate_id)`);
  return rows.map(({ id }) => ({ aggregate, id, detail: 'it has events and no row' }));
}
