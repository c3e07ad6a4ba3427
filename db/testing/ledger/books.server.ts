import type postgres from 'postgres';

export interface BookFault {
  fault: 'sum_not_zero' | 'below_zero' | 'not_the_fold_of_its_lines' | 'parcel_misplaced';
  detail: string;
}

/**
 * What is wrong with the books of these lots: per lot the balances must sum to zero, none but a donor's may be below
 * zero, each must be the sum of its movement lines, and each parcel must be where its contents are.
 */
export async function bookFaults(sql: postgres.Sql, lotIds: string[]): Promise<BookFault[]> {
  return sql<BookFault[]>`
    with mine as (select b.*, a.kind, a.location_id from balance b join account a on a.id = b.account_id
        where b.lot_id = any (${lotIds}::uuid[])),
      ends as (
        select to_account_id as account_id, lot_id, to_parcel_id as parcel_id, quantity from movement_line
          where lot_id = any (${lotIds}::uuid[])
        union all
        select from_account_id, lot_id, from_parcel_id, -quantity from movement_line
          where lot_id = any (${lotIds}::uuid[])),
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
      where mine.quantity > 0 and mine.location_id is distinct from p.location_id`;
}
