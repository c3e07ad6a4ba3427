import { sql } from 'drizzle-orm';
import { whereabouts, type LotBalance, type Whereabouts } from '~/domain/donation-figures';
import type { Database, Tx } from '~db/client.server';

type FiguresRow = {
  lineId: string;
  accountKind: LotBalance['accountKind'];
  placeKind: 'depot' | 'centre' | null;
  quantity: string;
};

/**
 * Where everything of these donation lines is, from the balances; every asked line has its figures. Takes no Scope: the
 * caller has found the lines through one.
 */
export async function figuresOfLines(
  db: Database | Tx,
  lineIds: readonly string[],
): Promise<Map<string, Whereabouts>> {
  if (lineIds.length === 0) return new Map();
  const ids = sql.join(
    lineIds.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  const balances = await db.execute<FiguresRow>(sql`
    select l.donation_line_id as "lineId", a.kind as "accountKind", p.kind as "placeKind",
      sum(b.quantity)::text as quantity
    from lot l
    join balance b on b.lot_id = l.id
    join account a on a.id = b.account_id
    left join place p on p.id = a.place_id
    where l.donation_line_id in (${ids}) and a.kind <> 'donor' and b.quantity <> 0
    group by 1, 2, 3`);
  const returns = await db.execute<{ lineId: string; quantity: string }>(sql`
    select l.donation_line_id as "lineId", sum(ml.quantity)::text as quantity
    from lot l
    join movement_line ml on ml.lot_id = l.id
    join movement m on m.id = ml.movement_id and m.kind = 'return'
    join account a on a.id = ml.to_account_id and a.kind = 'donor'
    where l.donation_line_id in (${ids})
      and not exists (select from movement r where r.reverses = m.id)
    group by 1`);
  return new Map(
    lineIds.map((lineId) => {
      const own = balances
        .filter((row) => row.lineId === lineId)
        .map(({ accountKind, placeKind, quantity }): LotBalance => ({
          accountKind,
          quantity: Number(quantity),
          ...(placeKind && { placeKind }),
        }));
      const returned = returns.find((row) => row.lineId === lineId);
      return [lineId, whereabouts(own, Number(returned?.quantity ?? 0))];
    }),
  );
}
