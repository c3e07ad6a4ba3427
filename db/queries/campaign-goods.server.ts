import { and, eq, sql } from 'drizzle-orm';
import type { Scope } from '~/domain/actor';
import {
  addFigures,
  donationLineFigures,
  type DonationLineFigures,
} from '~/domain/donation-figures';
import type { Database, Tx } from '~db/client.server';
import { donation, donationLine } from '~db/schema/donation';
import { place } from '~db/schema/organisation';
import { request, requestLine } from '~db/schema/request';
import { donationInScope } from './balances.server';
import { figuresOfLines, lineStateOf } from './donation-figures.server';
import { requestInScope } from './requests.server';

type Reader = Database | Tx;

/** By item, where the goods of a campaign are: of the donations that the reader sees, all sizes together. */
export async function listCampaignGoods(
  db: Reader,
  scope: Scope,
  campaignId: string,
): Promise<{ itemId: string; figures: DonationLineFigures }[]> {
  const lines = await db
    .select({
      id: donationLine.id,
      itemId: donationLine.itemId,
      quantity: donationLine.quantity,
      declinedQuantity: donationLine.declinedQuantity,
      closedReason: donationLine.closedReason,
      closedIntakeId: donationLine.closedIntakeId,
      status: donation.status,
    })
    .from(donationLine)
    .innerJoin(donation, eq(donation.id, donationLine.donationId))
    .innerJoin(place, eq(place.id, donation.placeId))
    .where(and(eq(donation.campaignId, campaignId), donationInScope(scope)));
  const whereabouts = await figuresOfLines(
    db,
    lines.map(({ id }) => id),
  );
  const byItem = new Map<string, DonationLineFigures[]>();
  for (const { id, itemId, status, ...line } of lines) {
    const at = whereabouts.get(id);
    if (!at) throw new Error(`donation line ${id} has no figures`);
    const figures = donationLineFigures(lineStateOf(line), status, at);
    byItem.set(itemId, [...(byItem.get(itemId) ?? []), figures]);
  }
  return [...byItem].map(([itemId, figures]) => ({ itemId, figures: addFigures(figures) }));
}

export interface CampaignNeed {
  itemId: string;
  /** Smallest units, all sizes together. */
  asked: number;
  approved: number;
  allocated: number;
}

/** By item, what was asked for in a campaign: of the requests that the reader sees and that were handed in. */
export async function listCampaignNeeds(
  db: Reader,
  scope: Scope,
  campaignId: string,
): Promise<CampaignNeed[]> {
  return db
    .select({
      itemId: requestLine.itemId,
      asked: sql<number>`sum(${requestLine.quantity})::float8`,
      approved: sql<number>`coalesce(sum(${requestLine.approvedQuantity}), 0)::float8`,
      allocated: sql<number>`coalesce(sum((select sum(al.quantity - al.released_quantity)
        from allocation_line al where al.request_line_id = ${requestLine.id})), 0)::float8`,
    })
    .from(requestLine)
    .innerJoin(request, eq(request.id, requestLine.requestId))
    .where(
      and(
        eq(request.campaignId, campaignId),
        sql`${request.status} in ('submitted', 'approved', 'closed')`,
        requestInScope(scope),
      ),
    )
    .groupBy(requestLine.itemId)
    .orderBy(requestLine.itemId);
}
