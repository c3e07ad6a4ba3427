import { sql } from 'drizzle-orm';
import type { Database } from './client.server';
import { DatabaseRefused } from './embedded/refused.server';

export type Purpose = 'demo' | 'real';

const refusals: Record<Purpose, string> = {
  demo: 'The database of the setting DATABASE_URL is in real use; give the demonstration a database of its own, or leave DATABASE_URL out.',
  real: 'The database of the setting DATABASE_URL holds the demonstration, whose passwords are known; give real use a database of its own.',
};

/**
 * Marks the database with what it is for, while nobody has an account in it; from then on the mark stays.
 * @throws DatabaseRefused when it is marked for something else.
 */
export async function claimPurpose(db: Database, purpose: Purpose): Promise<void> {
  await db.execute(sql`
    insert into installation (id, purpose) values (1, ${purpose})
    on conflict (id) do update set purpose = excluded.purpose where not exists (select from auth_user)`);
  const [row] = await db.execute<{ purpose: Purpose }>(sql`select purpose from installation`);
  if (row?.purpose !== purpose) throw new DatabaseRefused(refusals[purpose]);
}
