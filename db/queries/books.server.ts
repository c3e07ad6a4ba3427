import { sql, type SQL } from 'drizzle-orm';
import type { Database, Tx } from '~db/client.server';

export interface BookFault extends Record<string, unknown> {
  fault: 'sum_not_zero' | 'below_zero' | 'not_the_fold_of_its_lines' | 'parcel_misplaced';
  detail: string;
}

/**
 * What is wrong with the books, of some lots or of all: per lot the balances must sum to zero, none but a donor's may
 * be below zero, each must be the sum of its movement lines, and each parcel must be where its contents are.
 * It takes no Scope: it answers an operator about the whole, and names ids alone.
 */
export async function findBookFaults(
  db: Database | Tx,
  lotIds?: readonly string[],
): Promise<BookFault[]> {
  const ofLots: SQL =
    lotIds === undefined ? sql`true` : sql`lot_id = any (${`{${lotIds.join(',')}}`}::uuid[])`;
  return db.execute<BookFault>(sql`
    with mine as (select b.*, a.kind, a.location_id from balance b join account a on a.id = b.account_id
        where ${ofLots}),
      ends as (
        select to_account_id as account_id, lot_id, to_parcel_id as parcel_id, quantity from movement_line
          where ${ofLots}
        union all
        select from_account_id, lot_id, from_parcel_id, -quantity from movement_line where ${ofLots}),
      folded as (select account_id, lot_id, parcel_id, sum(quantity) as quantity from ends group by 1, 2, 3)
    select 'sum_not_zero' as fault, lot_id || ': ' || sum(quantity) as detail from mine
      group by lot_id having sum(quantity) <> 0
    union all
    select 'below_zero', account_id || ': ' || quantity from mine where kind <> 'donor' and quantity < 0
    union all
    select 'not_the_fold_of_its_lines',
        concat_ws(' ', account_id, lot_id, parcel_id, mine.quantity, '<>', folded.quantity)
      from mine full join folded using (account_id, lot_id, parcel_id)
      where coalesce(mine.quantity, 0) <> coalesce(folded.quantity, 0)
    union all
    select 'parcel_misplaced', p.parcel_id::text
      from mine join parcel_position p on p.parcel_id = mine.parcel_id
      where mine.quantity > 0 and mine.location_id is distinct from p.location_id`);
}

/** Movement lines that the books were derived from; an empty book is whole and proves nothing. */
export async function countMovementLines(db: Database | Tx): Promise<number> {
  const [row] = await db.execute<{ lines: number }>(
    sql`select count(*)::int as lines from movement_line`,
  );
  return row?.lines ?? 0;
}
