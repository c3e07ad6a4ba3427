import type { Database } from './client.server';
import { DatabaseRefused } from './embedded/refused.server';

/**
 * Row-level security and the ledger's grants bind only a role without power over them.
 * @throws DatabaseRefused when the pool's role is a superuser, bypasses RLS or owns a table.
 */
export async function refusePowerfulPool(db: Database): Promise<void> {
  const [role] = await db.$client<{ name: string; power: string | null }[]>`
    select current_user as name, case
      when rolsuper then 'is a superuser'
      when rolbypassrls then 'bypasses row-level security'
      when exists (select from pg_class where relowner = pg_roles.oid and relkind in ('r', 'p'))
        then 'owns tables'
    end as power
    from pg_roles where rolname = current_user`;
  if (role?.power === null) return;
  throw new DatabaseRefused(
    `The pool's role ${role?.name ?? ''} ${role?.power ?? 'is unknown'}, and then nothing guards personal data; let DATABASE_URL name a login that may act as nuanqiao_app.`,
  );
}
