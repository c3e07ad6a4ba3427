import { sql } from 'drizzle-orm';
import { check, pgTable, smallint, text } from 'drizzle-orm/pg-core';

/** What this database is for; one row. The demonstration and real use never share a database. */
export const installation = pgTable(
  'installation',
  {
    id: smallint('id').primaryKey().default(1),
    purpose: text('purpose').$type<'demo' | 'real'>().notNull(),
  },
  (t) => [
    check('installation_is_one', sql`${t.id} = 1`),
    check('installation_purpose', sql`${t.purpose} in ('demo', 'real')`),
  ],
);
