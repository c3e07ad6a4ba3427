import { and, eq, isNull } from 'drizzle-orm';
import type { Database } from '~db/client.server';
import { setupLink } from '~db/schema/membership';

/** Whether the link with this token may still be used. The token is the permission: there is no scope yet. */
export async function isSetupOpen(db: Database, tokenHash: string): Promise<boolean> {
  const rows = await db
    .select({ id: setupLink.id })
    .from(setupLink)
    .where(and(eq(setupLink.tokenHash, tokenHash), isNull(setupLink.usedAt)));
  return rows.length > 0;
}
