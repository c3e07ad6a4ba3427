import { eq } from 'drizzle-orm';
import type { Tx } from '~db/client.server';
import { campaign } from '~db/schema/donation';

export type CampaignRow = typeof campaign.$inferSelect;

export async function findCampaignRow(tx: Tx, id: string): Promise<CampaignRow | undefined> {
  const [row] = await tx.select().from(campaign).where(eq(campaign.id, id));
  return row;
}

export async function insertCampaign(tx: Tx, row: typeof campaign.$inferInsert): Promise<void> {
  await tx.insert(campaign).values(row);
}
