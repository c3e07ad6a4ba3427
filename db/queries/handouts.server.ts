import { and, asc, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import { visibleScope, type Actor, type Scope } from '~/domain/actor';
import { countyCode } from '~/domain/division';
import { readSignature } from '~/domain/sign-off';
import { withScope, type Database, type Tx } from '~db/client.server';
import { allocationLine } from '~db/schema/allocation';
import { handout, handoutLine, signOff } from '~db/schema/handout';
import { account, balance } from '~db/schema/ledger';
import { place, programme } from '~db/schema/organisation';
import { parcel } from '~db/schema/parcel';
import { householdMember } from '~db/schema/register';
import { request, requestLine } from '~db/schema/request';
import { openIdentities, type Look } from '~db/store/person-identity.server';
import { openPersonalTexts } from '~db/store/personal-text.server';
import { placeInScope } from './balances.server';
import type { RegisterReads } from './register.server';

type Reader = Database | Tx;

type FoundHandout = NonNullable<Awaited<ReturnType<typeof findHandout>>>;

/** One list with its lines, in figures and ids; undefined outside the reader's scope. Nobody is named: `nameHandout`. */
export async function findHandout(db: Reader, actor: Actor, handoutId: string) {
  const scope = visibleScope(actor);
  return withScope(db, scope, async (tx) => {
    const [head] = await tx
      .select({ handout, programmeName: programme.name, placeName: place.name, place })
      .from(handout)
      .innerJoin(place, eq(place.id, handout.placeId))
      .innerJoin(programme, eq(programme.id, handout.programmeId))
      .where(and(eq(handout.id, handoutId), placeInScope(scope)));
    if (!head) return undefined;
    const lines = await tx
      .select({
        id: handoutLine.id,
        position: handoutLine.position,
        personId: handoutLine.personId,
        householdId: handoutLine.householdId,
        unnamedCount: handoutLine.unnamedCount,
        requestLineId: handoutLine.requestLineId,
        itemId: handoutLine.itemId,
        unitCode: requestLine.unitCode,
        size: requestLine.size,
        entitled: handoutLine.entitledQuantity,
      })
      .from(handoutLine)
      .innerJoin(requestLine, eq(requestLine.id, handoutLine.requestLineId))
      .where(eq(handoutLine.handoutId, handoutId))
      .orderBy(asc(handoutLine.position));
    const signOffs = await signOffsOf(tx, handoutId);
    const ready = await goodsReady(
      tx,
      head.handout.placeId,
      lines.map((line) => line.requestLineId),
    );
    return {
      ...head.handout,
      programmeName: head.programmeName,
      placeName: head.placeName,
      divisionCode: head.place.divisionCode,
      lines: lines.map((line) => {
        const own = signOffs.filter((one) => one.handoutLineId === line.id);
        const handedOut = own
          .filter(({ status }) => status === 'posted')
          .reduce((sum, { quantity }) => sum + quantity, 0);
        return {
          ...line,
          left: Math.max(0, line.entitled - handedOut),
          sizesReady: ready.get(line.requestLineId) ?? [],
          signOffs: own,
        };
      }),
    };
  });
}

/** The list with names and signatures. What is opened is noted: this writes, and has no place in a snapshot. */
export async function nameHandout(env: RegisterReads, actor: Actor, found: FoundHandout) {
  return withScope(env.db, visibleScope(actor), async (tx) => {
    const names = await recipientNames(tx, env, lookAt(env, actor, found.id), found.lines);
    const signOffs = found.lines.flatMap((line) => line.signOffs);
    const texts = await openPersonalTexts(
      tx,
      env.cipher,
      signOffs.flatMap((one) => [one.signatureTextId ?? [], one.proxyNameTextId ?? []].flat()),
    );
    return {
      ...found,
      lines: found.lines.map((line) => ({
        ...line,
        name: names.get(line.personId ?? line.householdId ?? '') ?? '',
        signOffs: line.signOffs.map(({ signatureTextId, proxyNameTextId, ...one }) => {
          const signature = texts.get(signatureTextId ?? '');
          return {
            ...one,
            proxyName: texts.get(proxyNameTextId ?? ''),
            signature: signature === undefined ? undefined : readSignature(signature),
          };
        }),
      })),
    };
  });
}
export type ShownHandout = Awaited<ReturnType<typeof nameHandout>>;
export type ShownLine = ShownHandout['lines'][number];

function lookAt(env: RegisterReads, actor: Actor, handoutId?: string): Look {
  return {
    id: env.newId(),
    userId: actor.userId,
    membershipId: actor.membershipId,
    countyCode: countyCode(actor.divisionCode),
    subject: 'handout',
    subjectId: handoutId,
    at: env.now(),
  };
}

/** By person id, and for a household by its id the name of its head. */
async function recipientNames(
  tx: Tx,
  env: RegisterReads,
  look: Look,
  lines: readonly { personId: string | null; householdId: string | null }[],
): Promise<Map<string, string>> {
  const householdIds = lines.flatMap(({ householdId }) => householdId ?? []);
  const heads =
    householdIds.length === 0
      ? []
      : await tx
          .select({
            householdId: householdMember.householdId,
            personId: householdMember.personId,
          })
          .from(householdMember)
          .where(
            and(
              inArray(householdMember.householdId, householdIds),
              eq(householdMember.isHead, true),
            ),
          );
  const personIds = lines.flatMap(({ personId }) => personId ?? []);
  const opened = await openIdentities(tx, env.cipher, look, [
    ...personIds,
    ...heads.map(({ personId }) => personId),
  ]);
  const names = new Map<string, string>();
  for (const [id, identity] of opened) names.set(id, identity.name ?? '');
  for (const { householdId, personId } of heads)
    names.set(householdId, opened.get(personId)?.name ?? '');
  return names;
}

function signOffsOf(tx: Tx, handoutId: string) {
  return tx
    .select({
      id: signOff.id,
      handoutLineId: signOff.handoutLineId,
      status: signOff.status,
      outcome: signOff.outcome,
      quantity: signOff.quantity,
      size: signOff.size,
      collectedBy: signOff.collectedBy,
      proxyRelationship: signOff.proxyRelationship,
      proxyNameTextId: signOff.proxyNameTextId,
      signatureTextId: signOff.signatureTextId,
      disputeCode: signOff.disputeCode,
      reversalReason: signOff.reversalReason,
      signedAt: signOff.signedAt,
      version: signOff.version,
    })
    .from(signOff)
    .where(eq(signOff.handoutId, handoutId))
    .orderBy(asc(signOff.recordedAt), asc(signOff.id));
}

/** Sizes that lie held at the place, by request line, with how much of each. */
async function goodsReady(tx: Tx, placeId: string, requestLineIds: readonly string[]) {
  const found = new Map<string, { size: string; quantity: number }[]>();
  if (requestLineIds.length === 0) return found;
  const ids = `{${[...new Set(requestLineIds)].join(',')}}`;
  const rows = await tx.execute<{ id: string; size: string; quantity: number }>(sql`
    select al.request_line_id as id, l.size, sum(b.quantity)::float8 as quantity
    from allocation_line al
    join account a on a.allocation_line_id = al.id and a.kind = 'hold' and a.place_id = ${placeId}
    join balance b on b.account_id = a.id and b.quantity > 0
    join lot l on l.id = b.lot_id
    where al.request_line_id = any (${ids}::uuid[])
    group by al.request_line_id, l.size order by l.size`);
  for (const { id, size, quantity } of rows)
    found.set(id, [...(found.get(id) ?? []), { size, quantity }]);
  return found;
}

/** Approved needs of a programme, with what lies held for each at the centre and what no list bespeaks yet. */
export async function listHandoutSources(db: Reader, scope: Scope, programmeId: string) {
  const rows = await db
    .select({
      requestLineId: requestLine.id,
      itemId: requestLine.itemId,
      size: requestLine.size,
      unitCode: requestLine.unitCode,
      held: sql<number>`coalesce((select sum(b.quantity) from allocation_line al
        join account a on a.allocation_line_id = al.id and a.kind = 'hold' and a.place_id = ${request.placeId}
        join balance b on b.account_id = a.id
        where al.request_line_id = ${requestLine.id}), 0)::float8`,
      /** Sizes that lie ready; none where the goods have no sizes. */
      sizes: sql<string[]>`coalesce((select jsonb_agg(distinct l.size) from allocation_line al
        join account a on a.allocation_line_id = al.id and a.kind = 'hold' and a.place_id = ${request.placeId}
        join balance b on b.account_id = a.id and b.quantity > 0
        join lot l on l.id = b.lot_id and l.size <> ''
        where al.request_line_id = ${requestLine.id}), '[]')`,
      unbespoken: sql<number>`greatest(0, ${requestLine.approvedQuantity} - coalesce((
        select sum(case when h.status = 'open' then greatest(hl.entitled_quantity, done.posted) else done.posted end)
        from handout_line hl
        join handout h on h.id = hl.handout_id
        cross join lateral (select coalesce(sum(s.quantity), 0) as posted from sign_off s
          where s.handout_line_id = hl.id and s.status = 'posted') done
        where hl.request_line_id = ${requestLine.id}), 0))::float8`,
    })
    .from(requestLine)
    .innerJoin(request, eq(request.id, requestLine.requestId))
    .innerJoin(place, eq(place.id, request.placeId))
    .where(
      and(
        eq(request.programmeId, programmeId),
        inArray(request.status, ['approved', 'closed']),
        sql`${requestLine.approvedQuantity} > 0`,
        placeInScope(scope),
      ),
    )
    .orderBy(desc(request.createdAt), asc(requestLine.position));
  return rows;
}

/** Boxes and bags at the centre that hold goods for a programme and are not opened yet: nothing of them can be handed out. */
export async function listUnopenedParcels(db: Reader, scope: Scope, programmeId: string) {
  return db
    .selectDistinct({ id: parcel.id, code: parcel.code, kind: parcel.kind })
    .from(request)
    .innerJoin(place, eq(place.id, request.placeId))
    .innerJoin(requestLine, eq(requestLine.requestId, request.id))
    .innerJoin(allocationLine, eq(allocationLine.requestLineId, requestLine.id))
    .innerJoin(
      account,
      and(
        eq(account.allocationLineId, allocationLine.id),
        eq(account.kind, 'hold'),
        eq(account.placeId, request.placeId),
      ),
    )
    .innerJoin(balance, and(eq(balance.accountId, account.id), gt(balance.quantity, 0)))
    .innerJoin(parcel, eq(parcel.id, balance.parcelId))
    .where(and(eq(request.programmeId, programmeId), placeInScope(scope)))
    .orderBy(asc(parcel.code));
}

/** Undefined outside the reader's scope. */
export async function findProgrammeOfHandout(
  db: Reader,
  scope: Scope,
  handoutId: string,
): Promise<string | undefined> {
  const [row] = await db
    .select({ programmeId: handout.programmeId })
    .from(handout)
    .innerJoin(place, eq(place.id, handout.placeId))
    .where(and(eq(handout.id, handoutId), placeInScope(scope)));
  return row?.programmeId;
}
