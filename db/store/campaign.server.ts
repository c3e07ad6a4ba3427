import { eq } from 'drizzle-orm';
import type { Tx } from '~db/client.server';
import { campaign } from '~db/schema/donation';

export type CampaignRow = typeof campaign.$inferSelect;

/** Held so until the transaction ends: what is put into a campaign waits for its closing, and the other way round. */
export async function findCampaignRow(tx: Tx, id: string): Promise<CampaignRow | undefined> {
  const [row] = await tx.select().from(campaign).where(eq(campaign.id, id)).for('share');
  return row;
}

export async function lockCampaign(tx: Tx, id: string): Promise<CampaignRow | undefined> {
  const [row] = await tx.select().from(campaign).where(eq(campaign.id, id)).for('update');
  return row;
}

export async function saveCampaign(
  tx: Tx,
  id: string,
  changes: Partial<typeof campaign.$inferInsert> & { version: number },
): Promise<void> {
  await tx.update(campaign).set(changes).where(eq(campaign.id, id));
}

export async function insertCampaign(tx: Tx, row: typeof campaign.$inferInsert): Promise<void> {
  await tx.insert(campaign).values(row);
}
