import { v7 as newId } from 'uuid';
import { approveRequest } from '~/commands/approve-request.server';
import { draftRequest } from '~/commands/draft-request.server';
import { findStock } from '~/commands/find-stock.server';
import { makeAllocation } from '~/commands/make-allocation.server';
import { openHandout } from '~/commands/open-handout.server';
import { recordSignOff } from '~/commands/record-sign-off.server';
import { registerHousehold } from '~/commands/register-household.server';
import { submitRequest } from '~/commands/submit-request.server';
import { LOOSE } from '~/domain/ledger';
import type { Recipient } from '~/domain/handout-form';
import { householdSchema } from '~/domain/register';
import type { RequestForm } from '~/domain/request-form';
import { signed } from '../centre-stage.server';
import { orThrow } from '../or-throw.server';
import { as, TODAY, type Ground, type Sides } from './side-env.server';

export function requestOf(programmeId: string, itemId: string, quantity: number): RequestForm {
  const line = { itemId, itemCode: 'x', size: '', unitCode: 'piece', largerSizeServes: false };
  return {
    programmeId,
    campaignId: undefined,
    headCount: 20,
    needBy: '2026-03-01',
    urgency: 'normal',
    urgencyReason: undefined,
    lines: [{ ...line, quantity }],
  };
}

type Until = 'draft' | 'submitted' | 'approved';

/** A request of the county's centre, driven as far as it is said; its version is 1, 2 or 3. */
export async function asked(
  { env, one }: Sides,
  side: Ground,
  [itemId, quantity]: [string, number],
  until: Until,
) {
  const form = requestOf(side.programmeId, itemId, quantity);
  const { requestId } = await orThrow(draftRequest(env, as(side.by.centre), form));
  const lineId = await one<string>('select id from request_line where request_id = $1', requestId);
  if (until !== 'draft')
    await orThrow(submitRequest(env, as(side.by.centre), { requestId, version: 1 }));
  if (until === 'approved') {
    const lines = [{ lineId, approved: quantity, cutReason: null }];
    const decision = { requestId, version: 2, note: null, lines };
    await orThrow(approveRequest(env, as(side.by.bureau), decision));
  }
  return { requestId, lineId };
}

/** Goods held for a request line: at the depot that has them free, or where they lie. */
export async function given(
  { env, one }: Sides,
  side: Ground,
  request: { requestId: string; lineId: string },
  goods: { lotId: string; placeId: string; quantity: number },
) {
  const { allocationId } = await orThrow(
    makeAllocation(env, as(side.by.bureau), {
      requestId: request.requestId,
      version: 3,
      lines: [{ requestLineId: request.lineId, parcelId: LOOSE, ...goods }],
    }),
  );
  const sql = 'select id from allocation_line where allocation_id = $1';
  return { allocationId, allocationLineId: await one<string>(sql, allocationId) };
}

/** Requests in every state, and an allocation of the depot's goods. */
export async function sideNeeds(sides: Sides, side: Ground, lotId: string) {
  const { coatId } = sides.items;
  const approved = await asked(sides, side, [coatId, 100], 'approved');
  const goods = { lotId, placeId: side.place.depot, quantity: 40 };
  return {
    draft: await asked(sides, side, [coatId, 5], 'draft'),
    submitted: await asked(sides, side, [coatId, 5], 'submitted'),
    approved,
    allocation: await given(sides, side, approved, goods),
  };
}

/** Somebody to hand out to, a list, and sign-offs of goods that are held at the centre and of goods that are not. */
export async function sideHandouts(sides: Sides, side: Ground, { lineId }: { lineId: string }) {
  const { env } = sides;
  const form = householdSchema(TODAY).parse({ divisionCode: side.village, name: '韦阿婆' });
  const keep = () => orThrow(registerHousehold(env, as(side.by.centre), form));
  const [household, neighbour] = [await keep(), await keep()];
  const people = [household, neighbour].map(({ householdId }) => ({ householdId }));
  const list = await listOf(sides, side, lineId, people);
  const empty = await asked(sides, side, [sides.items.coatId, 5], 'approved');
  const starved = await listOf(sides, side, empty.lineId, people);
  const sign = (handoutLineId: string) =>
    orThrow(
      recordSignOff(
        env,
        as(side.by.centre),
        signed(handoutLineId, { outcome: 'partial', quantity: 1, leftSeen: 2 }),
      ),
    );
  const posted = await sign(list.lineIds[0]);
  const disputed = await sign(starved.lineIds[0]);
  // Goods have come since: now the dispute can be settled.
  const goods = await inStockAtCentre(sides, side);
  await given(sides, side, empty, { ...goods, placeId: side.place.centre, quantity: 5 });
  return { household, neighbour, list, posted, disputed, spareSignOffId: newId() };
}

async function listOf(
  { env, one }: Sides,
  side: Ground,
  requestLineId: string,
  recipients: Recipient[],
) {
  const { handoutId } = await orThrow(
    openHandout(env, as(side.by.centre), {
      programmeId: side.programmeId,
      handoutOn: TODAY,
      lines: recipients.map((recipient) => ({ requestLineId, entitledQuantity: 2, recipient })),
    }),
  );
  const lineAt = (at: number) =>
    one<string>(
      `select id from handout_line where handout_id = $1 order by position offset ${at} limit 1`,
      handoutId,
    );
  return { handoutId, lineIds: [await lineAt(0), await lineAt(1)] as const };
}

/** Goods of nobody knows whom, found at the centre. */
async function inStockAtCentre({ env, items }: Sides, side: Ground) {
  const found = { placeId: side.place.centre, itemId: items.coatId, size: '', quantity: 9 };
  const { lotId } = await orThrow(findStock(env, as(side.by.centre), found));
  return { lotId };
}
