import { sql, type SQL } from 'drizzle-orm';
import { visibleEverywhere } from '~/domain/actor';
import type { GiftShape } from '~/domain/allocation/gift-effects';
import type { PlanProblem } from '~/domain/allocation/problem';
import { dayInShanghai } from '~/domain/calendar';
import { getNumber } from '~/domain/parameter';
import { planChoicesOf } from '~/domain/plan-parameters';
import type { SmallestUnit } from '~/domain/quantity';
import type { Database } from '~db/client.server';
import { listItemsById } from './items.server';
import { listParameters } from './parameters.server';
import { readPlanGoods } from './plan-snapshot.server';

/** A gift as people speak of one: a hundred pieces, a hundred kilograms or litres. Smallest units. */
const GIFT: Record<SmallestUnit, number> = { piece: 100, g: 100_000, ml: 100_000 };

/** All goods and needs, the bureau's weights, and what a gift of each item that is needed would be. */
export interface WantedProblem {
  problem: PlanProblem;
  /** By item id. */
  gifts: Record<string, GiftShape>;
}

/**
 * Read of one moment. It takes no Scope: what is made of it is told by county and by group alone, the same to every reader
 * (`giftEffects`, `wantedGoods`); the needs themselves go no further than the solver.
 */
export function readWantedProblem(db: Database, now: Date): Promise<WantedProblem> {
  return db.transaction(
    async (tx) => {
      const today = dayInShanghai(now);
      const parameters = await listParameters(tx);
      const goods = await readPlanGoods(tx, visibleEverywhere, {
        needDivisionCode: '',
        campaignId: null,
        itemIds: [],
        receivedWindowDays: getNumber(parameters, 'plan.received_window', today, ''),
      });
      const choices = planChoicesOf(parameters, today, '');
      const items = await listItemsById(tx, [...new Set(goods.needs.map((need) => need.itemId))]);
      const gifts = items.map((one): [string, GiftShape] => [
        one.id,
        {
          quantity: GIFT[one.smallestUnit],
          unitWeightMg: one.weightMg,
          unitVolumeUl: one.volumeUl,
        },
      ]);
      const rules = { ...choices, today, pinned: [], forbidden: [] };
      return { problem: { ...goods, rules }, gifts: Object.fromEntries(gifts) };
    },
    { isolationLevel: 'repeatable read' },
  );
}

/**
 * Changes with every movement of goods, every event and every parameter, and with the day: two reads of the primary keys' ends, and
 * the few dozen parameters, which are written without an event. Ids rise with the time they were made, but transactions end in
 * another order: what is committed last need not have the last id, and is looked for among the last ones.
 */
export async function findGoodsVersion(db: Database, now: Date): Promise<string> {
  const [row] = await db.execute<Record<'event' | 'movement' | 'rules', string | null>>(sql`
    select ${lastIds(sql`event`)} as event, ${lastIds(sql`movement`)} as movement,
      (select md5(string_agg(one::text, '|' order by code, region_prefix, valid_from))
        from parameter one) as rules`);
  const { event, movement, rules } = row ?? {};
  return [dayInShanghai(now), event ?? '', movement ?? '', rules ?? ''].join(' ');
}

/** More than are made while one transaction lasts. */
const LAST = 200;

function lastIds(table: SQL): SQL {
  return sql`(select md5(string_agg(last.id::text, ' ' order by last.id))
    from (select id from ${table} order by id desc limit ${LAST}) last)`;
}
