import { sql } from 'drizzle-orm';
import type { Database, Tx } from '~db/client.server';
import { dayInShanghai } from '~/domain/calendar';
import type { DonationStatus } from '~/domain/donation';
import type { AccountKind, MovementKind } from '~/domain/ledger';
import type { PlaceKind } from '~/domain/organisation';
import { wayOfParcel, type LedgerLine } from '~/domain/parcel-way';
import type { ContentLine } from '~/domain/public-contents';
import type { PublicCode } from '~/domain/public-code';

/**
 * What a code leads to. These reads take no Scope: whoever holds the code, which nobody can guess, may see the way; the
 * domain decides how much of it (`publicTrace`, `donorTrace`, `scopedHops`). Nothing here names a person.
 */
type Reader = Database | Tx;

/** A movement line of the goods traced, with the item it moved. */
export interface TracedLine extends LedgerLine {
  itemId: string;
  size: string;
}

export interface TracedDonation {
  id: string;
  code: string;
  status: DonationStatus;
  createdAt: string;
  /** None where the source is unknown. */
  donorOrganisationId: string | null;
  donorName: string | null;
  donorNameShown: boolean;
  campaignName: string | null;
}

export interface TracedPlace {
  id: string;
  name: string;
  kind: PlaceKind;
  divisionCode: string;
  organisationId: string;
}

export interface Traced {
  kind: PublicCode['kind'];
  code: string;
  /** The donation, or those the parcel's goods came from. */
  donations: TracedDonation[];
  lines: TracedLine[];
  /** As packed, or as received; as pledged until then. */
  contents: ContentLine[];
  places: TracedPlace[];
}

/** Undefined where no parcel or donation has the code. */
export async function findTraced(db: Reader, code: PublicCode): Promise<Traced | undefined> {
  return code.kind === 'parcel' ? findParcel(db, code.code) : findDonation(db, code.code);
}

async function findParcel(db: Reader, code: string): Promise<Traced | undefined> {
  const [parcel] = await db.execute<{ id: string }>(
    sql`select p.id from parcel p where p.code = ${code}`,
  );
  if (!parcel) return undefined;
  const id = parcel.id;
  // Two indexed looks; one with `or` would not use them.
  const lots = sql`
    select b.lot_id from movement_line b where b.from_parcel_id = ${id}
    union select b.lot_id from movement_line b where b.to_parcel_id = ${id}`;
  const [all, donations] = await Promise.all([
    linesOf(db, lots),
    db.execute<TracedDonation & Record<string, unknown>>(sql`${donationHead}
      where d.id = any (array(select dl.donation_id from lot l join donation_line dl on dl.id = l.donation_line_id
        where l.id = any (array(${lots})))) order by d.created_at, d.id`),
  ]);
  const lines = wayOfParcel(all, id);
  return {
    kind: 'parcel',
    code,
    donations: donations.map(plainDonation),
    lines: await withHouseholds(db, lines as TracedLine[]),
    contents: netOf(lines as TracedLine[], (line) =>
      line.kind === 'pack' || line.kind === 'reverse'
        ? Number(line.toParcelId === id) - Number(line.fromParcelId === id)
        : 0,
    ),
    places: await placesOf(db, lines),
  };
}

async function findDonation(db: Reader, code: string): Promise<Traced | undefined> {
  const [row] = await db.execute<TracedDonation & Record<string, unknown>>(
    sql`${donationHead} where d.code = ${code}`,
  );
  if (!row) return undefined;
  const lots = sql`
    select l.id from lot l join donation_line dl on dl.id = l.donation_line_id where dl.donation_id = ${row.id}`;
  const [lines, pledged] = await Promise.all([
    linesOf(db, lots),
    db.execute<ContentLine & Record<string, unknown>>(sql`
      select dl.item_id as "itemId", dl.size, (dl.quantity - dl.declined_quantity)::float8 as quantity
      from donation_line dl where dl.donation_id = ${row.id} order by dl.position`),
  ]);
  const received = netOf(
    lines,
    (line) => Number(line.from.kind === 'donor') - Number(line.to.kind === 'donor'),
  );
  return {
    kind: 'donation',
    code,
    donations: [plainDonation(row)],
    lines: await withHouseholds(db, lines),
    contents: received.length > 0 ? received : [...pledged].filter((line) => line.quantity > 0),
    places: await placesOf(db, lines),
  };
}

const donationHead = sql`
  select d.id, d.code, d.status, d.created_at as "createdAt", d.donor_organisation_id as "donorOrganisationId",
    o.name as "donorName", d.donor_name_shown as "donorNameShown", c.name as "campaignName"
  from donation d
  left join organisation o on o.id = d.donor_organisation_id
  left join campaign c on c.id = d.campaign_id`;

function plainDonation(row: TracedDonation): TracedDonation {
  return { ...row, createdAt: new Date(row.createdAt).toISOString() };
}

interface LineRow extends Record<string, unknown> {
  movementId: string;
  kind: MovementKind;
  recordedAt: string;
  occurredAt: string;
  reverses: string | null;
  lotId: string;
  itemId: string;
  size: string;
  quantity: number;
  fromParcelId: string;
  toParcelId: string;
  fromAccountId: string;
  fromKind: AccountKind;
  fromPlaceId: string | null;
  fromDivision: string | null;
  toAccountId: string;
  toKind: AccountKind;
  toPlaceId: string | null;
  toDivision: string | null;
}

/**
 * Every line of the lots, which are found first: an array, because a subselect among so many joins would be joined last,
 * and every movement there is read before. A transit account's division is its destination's, a programme's its place's.
 */
async function linesOf(db: Reader, lots: ReturnType<typeof sql>): Promise<TracedLine[]> {
  const rows = await db.execute<LineRow>(sql`
    select m.id as "movementId", m.kind, m.recorded_at as "recordedAt", m.occurred_at as "occurredAt", m.reverses,
      l.id as "lotId", l.item_id as "itemId", l.size, ml.quantity::float8 as quantity,
      ml.from_parcel_id as "fromParcelId", ml.to_parcel_id as "toParcelId",
      f.id as "fromAccountId", f.kind as "fromKind", f.place_id as "fromPlaceId", fp.division_code as "fromDivision",
      t.id as "toAccountId", t.kind as "toKind", t.place_id as "toPlaceId", tp.division_code as "toDivision"
    from lot l
    join movement_line ml on ml.lot_id = l.id
    join movement m on m.id = ml.movement_id
    join account f on f.id = ml.from_account_id
    join account t on t.id = ml.to_account_id
    left join shipment fs on fs.id = f.shipment_id
    left join programme fg on fg.id = f.programme_id
    left join place fp on fp.id = coalesce(f.place_id, fs.to_place_id, fg.place_id)
    left join shipment ts on ts.id = t.shipment_id
    left join programme tg on tg.id = t.programme_id
    left join place tp on tp.id = coalesce(t.place_id, ts.to_place_id, tg.place_id)
    where l.id = any (array(${lots}))`);
  return rows.map(lineOf);
}

function lineOf(row: LineRow): TracedLine {
  // Goods reach people where they are handed out, and come back from there.
  const fromDivision = row.fromDivision ?? (row.fromKind === 'recipient' ? row.toDivision : null);
  const toDivision = row.toDivision ?? (row.toKind === 'recipient' ? row.fromDivision : null);
  return {
    movementId: row.movementId,
    kind: row.kind,
    recordedAt: new Date(row.recordedAt),
    occurredAt: new Date(row.occurredAt),
    reverses: row.reverses,
    lotId: row.lotId,
    itemId: row.itemId,
    size: row.size,
    quantity: row.quantity,
    fromParcelId: row.fromParcelId,
    toParcelId: row.toParcelId,
    fromAccountId: row.fromAccountId,
    toAccountId: row.toAccountId,
    from: pointOf(row.fromKind, row.fromPlaceId, fromDivision),
    to: pointOf(row.toKind, row.toPlaceId, toDivision),
  };
}

function pointOf(kind: AccountKind, placeId: string | null, divisionCode: string | null) {
  return { kind, placeId: placeId ?? undefined, divisionCode: divisionCode ?? undefined };
}

/** Gives every recipient its household, as a number that means nothing outside this answer. */
async function withHouseholds(db: Reader, lines: TracedLine[]): Promise<TracedLine[]> {
  const ends = lines.flatMap((line) => [
    ...(line.from.kind === 'recipient' ? [{ line, end: 'from' as const }] : []),
    ...(line.to.kind === 'recipient' ? [{ line, end: 'to' as const }] : []),
  ]);
  if (ends.length === 0) return lines;
  const accounts = ends.map(({ line, end }) =>
    end === 'from' ? line.fromAccountId : line.toAccountId,
  );
  // A return is asked for on its own day; the goods went to the household of the hand-out's day, which nearly always is the same.
  const days = ends.map(({ line }) => dayInShanghai(line.occurredAt));
  const rows = await db.execute<{ position: number; household: number }>(sql`
    select place_asked as position, household_number as household from trace_households(${`{${accounts.join(',')}}`}::uuid[], ${`{${days.join(',')}}`}::date[])`);
  for (const { position, household } of rows) {
    const asked = ends[position - 1];
    if (asked) asked.line[asked.end] = { ...asked.line[asked.end], reachedKey: String(household) };
  }
  return lines;
}

/** Quantities by item and size, each line counted as often as `times` says (1, 0 or -1). */
function netOf(lines: readonly TracedLine[], times: (line: TracedLine) => number): ContentLine[] {
  const sums = new Map<string, ContentLine>();
  for (const line of lines) {
    const { itemId, size, quantity } = line;
    const sum = sums.get(`${itemId} ${size}`) ?? { itemId, size, quantity: 0 };
    sums.set(`${itemId} ${size}`, { ...sum, quantity: sum.quantity + quantity * times(line) });
  }
  return [...sums.values()].filter((sum) => sum.quantity > 0);
}

async function placesOf(db: Reader, lines: readonly LedgerLine[]): Promise<TracedPlace[]> {
  const ids = lines.flatMap(({ from, to }) => [from.placeId ?? [], to.placeId ?? []].flat());
  if (ids.length === 0) return [];
  const rows = await db.execute<TracedPlace & Record<string, unknown>>(sql`
    select p.id, p.name, p.kind, p.division_code as "divisionCode", p.organisation_id as "organisationId"
    from place p where p.id = any (${`{${[...new Set(ids)].join(',')}}`}::uuid[])`);
  return [...rows];
}
