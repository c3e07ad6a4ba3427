import { eq, sql, type SQL } from 'drizzle-orm';
import type { Scope } from '~/domain/actor';
import type { HeldForHandOut } from '~/domain/hand-out-goods';
import type { HandoutStatus } from '~/domain/handout';
import type { SealedText } from '~/domain/identity';
import type { Movement } from '~/domain/ledger';
import type { ProgrammeGroup } from '~/domain/organisation';
import type { SignOffState } from '~/domain/sign-off';
import { preparedStatement, type Tx } from '~db/client.server';
import { handout, signOff } from '~db/schema/handout';
import { programme } from '~db/schema/organisation';
import {
  claimWithLock,
  endWithOneEvent,
  oneEventValues,
  type CommandClaim,
  type EarlierRun,
  type OneEventOutcome,
  type Outcome,
} from './command.server';
import { encodeBatch } from './ledger.server';

export type SignOffRow = typeof signOff.$inferSelect;

/** All that a sign-off is decided on. */
export interface SignOffLine {
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

const lockRequestLine = (value: (name: 'handoutLineId') => SQL, after = sql`true`): SQL => sql`
  select from request_line
  where id = (select request_line_id from handout_line where id = ${value('handoutLineId')}::uuid) and ${after}
  for no key update`;

const lockAlone = preparedStatement<'handoutLineId'>((value) => lockRequestLine(value));
const claimAndLock = claimWithLock<'handoutLineId'>(lockRequestLine);

const readLine = preparedStatement<'handoutLineId' | 'signOffId', SignOffLine>((value) =>
  lineAndGoods(value('handoutLineId'), value('signOffId')),
);

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
    lockAlone(tx, { handoutLineId }),
    readLine(tx, { handoutLineId, signOffId }),
  ]);
  return rows[0];
}

/** Claims a command's key, locks the line and looks at it, sent together and run one after the other. */
export function claimSignOffLine(
  tx: Tx,
  claim: CommandClaim,
  scope: Scope,
  { handoutLineId, signOffId }: { handoutLineId: string; signOffId: string },
): Promise<[EarlierRun | undefined, SignOffLine | undefined]> {
  return Promise.all([
    claimAndLock(tx, claim, scope, { handoutLineId }),
    readLine(tx, { handoutLineId, signOffId }).then(([row]) => row),
  ]);
}

function lineAndGoods(handoutLineId: SQL, signOffId: SQL): SQL {
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
    cross join lateral (${heldFor(sql`hl.request_line_id`, sql`h.place_id`)}) goods
    where hl.id = ${handoutLineId}`;
}

/** SQL: what lies held at a place for a request line, one row with `held`, an array as the picking rules read it. */
function heldFor(requestLineId: SQL, placeId: SQL): SQL {
  return sql`
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
      join account a on a.allocation_line_id = al.id and a.kind = 'hold' and a.place_id = ${placeId}
      join balance b on b.account_id = a.id and b.quantity > 0
      join lot l on l.id = b.lot_id
      join donation_line dl on dl.id = l.donation_line_id
      where al.request_line_id = ${requestLineId}`;
}

/** A request line with what lies held for it at its centre, locked like a sign-off's, and what open lists still owe. */
export interface GoodsToUse extends Record<string, unknown> {
  programmeId: string;
  placeId: string;
  organisationId: string;
  countyCode: string;
  divisionCode: string;
  group: ProgrammeGroup;
  /** Smallest units due on open lists and not yet collected. */
  stillDue: number;
  held: HeldForHandOut[];
}

export async function lockGoodsToUse(
  tx: Tx,
  requestLineId: string,
): Promise<GoodsToUse | undefined> {
  await tx.execute(sql`select 1 from request_line where id = ${requestLineId} for no key update`);
  const [row] = await tx.execute<GoodsToUse>(sql`
    select r.programme_id as "programmeId", r.place_id as "placeId", r.organisation_id as "organisationId",
      r.county_code as "countyCode", r.division_code as "divisionCode", pr."group",
      coalesce((select sum(greatest(0, hl.entitled_quantity - (
          select coalesce(sum(s.quantity), 0) from sign_off s
          where s.handout_line_id = hl.id and s.status = 'posted')))
        from handout_line hl join handout h on h.id = hl.handout_id and h.status = 'open'
        where hl.request_line_id = rl.id), 0)::float8 as "stillDue",
      coalesce(goods.held, '[]') as held
    from request_line rl
    join request r on r.id = rl.request_id
    join programme pr on pr.id = r.programme_id
    cross join lateral (${heldFor(sql`rl.id`, sql`r.place_id`)}) goods
    where rl.id = ${requestLineId}`);
  return row;
}

/** Counts one more change of the programme; its events are numbered by it. */
export async function bumpProgramme(tx: Tx, programmeId: string): Promise<number> {
  const [row] = await tx
    .update(programme)
    .set({ version: sql`${programme.version} + 1` })
    .where(eq(programme.id, programmeId))
    .returning({ version: programme.version });
  if (!row) throw new Error('a request without its programme');
  return row.version;
}

export type NewSignOff = Omit<SignOffRow, 'version' | 'reversalMovementId' | 'reversalReason'>;

/** What was signed with and who collected, each sealed under its id in the row. */
export interface SealedTexts {
  signature: SealedText | null;
  proxyName: SealedText | null;
}

type Written =
  | keyof NewSignOff
  | keyof SealedTexts
  | OneEventOutcome
  | 'batch'
  | 'keptByOrganisationId'
  | 'algorithm'
  | 'keyId';

const writeSignOff = preparedStatement<Written>((value) =>
  endWithOneEvent(
    sql`
    posted as (select ledger_post_or_retry(${value('batch')}::text::jsonb)),
    signed as (
      insert into sign_off (id, handout_line_id, handout_id, county_code, status, outcome, lot_id, allocation_line_id,
        quantity, size, collected_by, proxy_relationship, signature_text_id, proxy_name_text_id, movement_id,
        dispute_code, signed_at, recorded_at, recorded_by_user_id)
      select ${value('id')}::uuid, ${value('handoutLineId')}::uuid, ${value('handoutId')}::uuid,
        ${value('countyCode')}, ${value('status')}, ${value('outcome')}, ${value('lotId')}::uuid,
        ${value('allocationLineId')}::uuid, ${value('quantity')}::bigint, ${value('size')}, ${value('collectedBy')},
        ${value('proxyRelationship')}, ${value('signatureTextId')}::uuid, ${value('proxyNameTextId')}::uuid,
        ${value('movementId')}::uuid, ${value('disputeCode')}, ${value('signedAt')}::timestamptz,
        ${value('recordedAt')}::timestamptz, ${value('recordedByUserId')}::uuid
      from posted),
    sealed as (
      insert into personal_text (id, county_code, organisation_id, kind, algorithm, key_id, bytes, created_at)
      select id, ${value('countyCode')}, ${value('keptByOrganisationId')}::uuid, kind, ${value('algorithm')},
        ${value('keyId')}, bytes, ${value('recordedAt')}::timestamptz
      from (values (${value('signatureTextId')}::uuid, 'signature', ${value('signature')}::bytea),
        (${value('proxyNameTextId')}::uuid, 'proxy_name', ${value('proxyName')}::bytea)) as text (id, kind, bytes)
      where bytes is not null)`,
    value,
  ),
);

/**
 * Posts the goods that were signed for, where there are any, and writes the sign-off, what it was signed with and the
 * command's outcome: one statement, of which all or nothing takes effect. Should the ledger refuse goods that were seen
 * a moment ago, the transaction fails with 40001 and is tried again.
 */
export async function insertSignOff(
  tx: Tx,
  written: {
    row: NewSignOff;
    sealed: SealedTexts;
    /** The centre that keeps the texts. */
    organisationId: string;
    movements: Movement[];
  },
  outcome: Outcome,
): Promise<void> {
  const { row, sealed, movements } = written;
  const { algorithm = null, keyId = null } = sealed.signature ?? sealed.proxyName ?? {};
  await writeSignOff(tx, {
    ...row,
    signedAt: row.signedAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
    keptByOrganisationId: written.organisationId,
    algorithm,
    keyId,
    signature: sealed.signature?.bytes ?? null,
    proxyName: sealed.proxyName?.bytes ?? null,
    batch: movements.length > 0 ? encodeBatch(movements) : null,
    ...oneEventValues(outcome),
  });
}

/** The line that a sign-off stands on; never another. */
export async function findSignOffLine(tx: Tx, id: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ handoutLineId: signOff.handoutLineId })
    .from(signOff)
    .where(eq(signOff.id, id));
  return row?.handoutLineId;
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
