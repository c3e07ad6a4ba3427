import { eq, sql } from 'drizzle-orm';
import type { HeldForHandOut } from '~/domain/hand-out-goods';
import type { HandoutStatus } from '~/domain/handout';
import type { ProgrammeGroup } from '~/domain/organisation';
import type { SignOffState } from '~/domain/sign-off';
import { executePrepared, type Tx } from '~db/client.server';
import { handout, signOff } from '~db/schema/handout';

export type SignOffRow = typeof signOff.$inferSelect;

/** All that a sign-off is decided on. */
export interface SignOffLine extends Record<string, unknown> {
  handoutId: string;
  handoutStatus: HandoutStatus;
  organisationId: string;
  placeId: string;
  countyCode: string;
  programmeId: string;
  divisionCode: string;
  group: ProgrammeGroup;
  itemId: string;
  requestLineId: string;
  entitled: number;
  approved: number;
  handedOutOnLine: number;
  handedOutOnRequestLine: number;
  isUnnamed: boolean;
  /** Null where the link to the recipient was cut, or the scope does not see it. */
  recipientAccountId: string | null;
  held: HeldForHandOut[];
  /** A sign-off of this id that is there already. */
  earlier: { handoutLineId: string; status: SignOffRow['status']; code: string | null } | null;
}

/**
 * The line with its goods, locked: sign-offs of one request line wait for one another, and so do lists that close. The
 * lock and the look are sent together and run one after the other, so that the look sees what whoever was first has
 * done.
 */
export async function lockSignOffLine(
  tx: Tx,
  handoutLineId: string,
  signOffId: string,
): Promise<SignOffLine | undefined> {
  const [, rows] = await Promise.all([
    executePrepared(
      tx,
      sql`select 1 from request_line
        where id = (select request_line_id from handout_line where id = ${handoutLineId})
        for no key update`,
    ),
    executePrepared<SignOffLine>(tx, lineAndGoods(handoutLineId, signOffId)),
  ]);
  return rows[0];
}

function lineAndGoods(handoutLineId: string, signOffId: string) {
  return sql`
    select h.id as "handoutId", h.status as "handoutStatus", h.organisation_id as "organisationId",
      h.place_id as "placeId", h.county_code as "countyCode", h.programme_id as "programmeId",
      pl.division_code as "divisionCode", pr."group", hl.item_id as "itemId", hl.request_line_id as "requestLineId",
      hl.entitled_quantity::float8 as entitled, coalesce(rl.approved_quantity, 0)::float8 as approved,
      coalesce(done.on_line, 0)::float8 as "handedOutOnLine",
      coalesce(done.on_request_line, 0)::float8 as "handedOutOnRequestLine",
      hl.unnamed_count is not null as "isUnnamed",
      coalesce(
        (select p.recipient_account_id from person p where p.id = hl.person_id),
        (select hh.recipient_account_id from household hh where hh.id = hl.household_id)) as "recipientAccountId",
      coalesce(goods.held, '[]') as held,
      (select jsonb_build_object('handoutLineId', s.handout_line_id, 'status', s.status, 'code', s.dispute_code)
        from sign_off s where s.id = ${signOffId}) as earlier
    from handout_line hl
    join handout h on h.id = hl.handout_id
    join place pl on pl.id = h.place_id
    join programme pr on pr.id = h.programme_id
    join request_line rl on rl.id = hl.request_line_id
    cross join lateral (
      select sum(s.quantity) as on_request_line, sum(s.quantity) filter (where s.handout_line_id = hl.id) as on_line
      from handout_line o join sign_off s on s.handout_line_id = o.id and s.status = 'posted'
      where o.request_line_id = hl.request_line_id) done
    cross join lateral (
      select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
        'lotId', b.lot_id, 'parcelId', b.parcel_id, 'placeId', a.place_id, 'free', b.quantity, 'quarantined', false,
        'packSize', l.pack_size, 'size', l.size, 'producedOn', l.produced_on, 'bestBefore', l.best_before,
        'allocationLineId', al.id,
        'restriction', jsonb_build_object('divisionCode', dl.restricted_division_code, 'group', dl.restricted_group,
          'purpose', dl.purpose),
        'parcelTotal', case
          when b.parcel_id in ('00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff') then 0
          else (select sum(w.quantity) from balance w where w.parcel_id = b.parcel_id) end))) as held
      from allocation_line al
      join account a on a.allocation_line_id = al.id and a.kind = 'hold' and a.place_id = h.place_id
      join balance b on b.account_id = a.id and b.quantity > 0
      join lot l on l.id = b.lot_id
      join donation_line dl on dl.id = l.donation_line_id
      where al.request_line_id = hl.request_line_id) goods
    where hl.id = ${handoutLineId}`;
}

/** False where another sign-off took the id in the meantime. */
export async function insertSignOff(tx: Tx, row: typeof signOff.$inferInsert): Promise<boolean> {
  const written = await tx
    .insert(signOff)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: signOff.id })
    .prepare('insert_sign_off')
    .execute();
  return written.length > 0;
}

export async function lockSignOff(tx: Tx, id: string) {
  const [row] = await tx
    .select({ signOff, handout })
    .from(signOff)
    .innerJoin(handout, eq(handout.id, signOff.handoutId))
    .where(eq(signOff.id, id))
    .for('update', { of: signOff });
  return row;
}

/** Writes what an event made of the sign-off; status and version change nowhere else. */
export async function saveSignOff(
  tx: Tx,
  id: string,
  next: SignOffState,
  changes: Partial<typeof signOff.$inferInsert>,
): Promise<void> {
  await tx
    .update(signOff)
    .set({ ...changes, status: next.status, version: next.version })
    .where(eq(signOff.id, id));
}
