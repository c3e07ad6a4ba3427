import { and, asc, eq, gt } from 'drizzle-orm';
import { makeAllocation } from '~/commands/make-allocation.server';
import { account, balance, lot } from '~db/schema/ledger';
import { item } from '~db/schema/catalogue';
import { donationLine } from '~db/schema/donation';
import { request, requestLine } from '~db/schema/request';
import { LOOSE } from '~/domain/ledger';
import type { Asked } from './asking';
import type { House } from './set-up';
import { from, must, type Story } from './story';

/** How much of each line is given, in smallest units; lines it says nothing of get nothing. */
type Give = (line: { itemCode: string; size: string; approved: number }) => number;

export const everything: Give = ({ approved }) => approved;

/** The city's officer gives from free stock, each size from its own lot. */
export async function allocate(
  story: Story,
  house: House,
  asked: Asked,
  give: Give,
): Promise<string> {
  const placeId = house.place('depot');
  const lines = [];
  for (const line of await openLines(story, asked.requestId)) {
    const quantity = give(line);
    if (quantity === 0) continue;
    for (const pick of await freeLots(story, placeId, line, quantity)) {
      lines.push({ requestLineId: line.id, ...pick, parcelId: LOOSE, placeId });
    }
  }
  return make(story, house, asked, lines);
}

/** Promises rice of a pledge that is not in yet. */
export async function promise(
  story: Story,
  house: House,
  asked: Asked,
  donationId: string,
): Promise<string> {
  const [pledged] = await story.env.db
    .select({ id: donationLine.id })
    .from(donationLine)
    .where(eq(donationLine.donationId, donationId));
  if (!pledged) throw new Error('the story promises what nobody pledged');
  const lines = (await openLines(story, asked.requestId)).map((line) => ({
    requestLineId: line.id,
    quantity: line.approved,
    lotId: null,
    placeId: house.place('depot'),
    donationLineId: pledged.id,
  }));
  return make(story, house, asked, lines);
}

async function make(
  story: Story,
  house: House,
  asked: Asked,
  lines: Parameters<typeof makeAllocation>[2]['lines'],
): Promise<string> {
  const [row] = await story.env.db
    .select({ version: request.version })
    .from(request)
    .where(eq(request.id, asked.requestId));
  if (!row) throw new Error('the story allocates to a request that is not there');
  const input = { requestId: asked.requestId, version: row.version, lines };
  const sent = from(story, house.actor('city'));
  return (await must(makeAllocation(story.env, sent, input))).allocationId;
}

async function openLines(story: Story, requestId: string) {
  const rows = await story.env.db
    .select({
      id: requestLine.id,
      itemId: requestLine.itemId,
      itemCode: item.code,
      size: requestLine.size,
      approved: requestLine.approvedQuantity,
    })
    .from(requestLine)
    .innerJoin(item, eq(item.id, requestLine.itemId))
    .where(eq(requestLine.requestId, requestId))
    .orderBy(asc(requestLine.position));
  return rows.map((row) => ({ ...row, approved: row.approved ?? 0 }));
}

/** First expired, first out; stationery lies in several lots, one for each size of uniform it came with. */
async function freeLots(
  story: Story,
  placeId: string,
  line: { itemId: string; size: string },
  quantity: number,
): Promise<{ lotId: string; quantity: number }[]> {
  const rows = await story.env.db
    .select({ lotId: balance.lotId, free: balance.quantity })
    .from(balance)
    .innerJoin(account, eq(account.id, balance.accountId))
    .innerJoin(lot, eq(lot.id, balance.lotId))
    .where(
      and(
        eq(account.kind, 'stock'),
        eq(account.placeId, placeId),
        eq(lot.itemId, line.itemId),
        eq(lot.size, line.size),
        gt(balance.quantity, 0),
      ),
    )
    .orderBy(asc(lot.bestBefore), asc(lot.id));
  let left = quantity;
  const picks = rows.map((row) => {
    const picked = Math.min(row.free, left);
    left -= picked;
    return { lotId: row.lotId, quantity: picked };
  });
  if (left > 0) throw new Error(`the story lacks ${left} of size ${line.size}`);
  return picks.filter((pick) => pick.quantity > 0);
}
