import type postgres from 'postgres';
import { v7 } from 'uuid';
import { encodeBatch } from '~db/store/ledger.server';
import { makeGround, makeLots } from '~db/testing/ledger/fixture.server';
import type { Account, Movement } from '~/domain/ledger';
import type { Contender } from './turns';

const county = '451102';
const PLENTY = 9_000_000_000;

type Hold = Extract<Account, { kind: 'hold' }>;

/** Hand-outs of one piece: movement, one line, two balances and an event, in one statement that commits itself. */
export async function prepareHandOuts(owner: postgres.Sql, pool: postgres.Sql, balances: number) {
  const ground = await makeGround(owner);
  const [lotId = ''] = await makeLots(owner, ground, [{}]);
  const holds = Array.from({ length: balances }, (): Hold => {
    return { kind: 'hold', placeId: v7(), allocationLineId: v7(), countyCode: county };
  });
  const recipients = Array.from({ length: balances }, (): Account => {
    return { kind: 'recipient', accountId: v7(), countyCode: county };
  });
  await stockUp(pool, lotId, holds);
  const handOut = async (sql: postgres.Sql, from: Hold) => {
    const movement = handOutMovement(lotId, from, pick(recipients));
    const [answer] = await sql<{ code: string | null }[]>`
      with told as (insert into event (id, aggregate, aggregate_id, version, type, actor_user_id, membership_id,
          recorded_at, payload)
        values (${v7()}, 'sign_off', ${movement.cause.id}, 1, 'posted', ${actor}, ${actor}, clock_timestamp(), '{}'))
      select code from ledger_post(${encodeBatch([movement])}::text::jsonb)`;
    if (!answer || answer.code !== null) throw new Error(`a hand-out was refused: ${answer?.code}`);
  };
  const [hotHold] = holds;
  if (!hotHold) throw new Error('there is no balance to hand out from');
  const spread: Contender = { name: 'spread', transaction: (sql) => handOut(sql, pick(holds)) };
  const hot: Contender = { name: 'hot', transaction: (sql) => handOut(sql, hotHold) };
  return { spread, hot, lotIds: [lotId] };
}

const actor = v7();

function pick<T>(choices: T[]): T {
  const choice = choices[Math.floor(Math.random() * choices.length)];
  if (choice === undefined) throw new Error('nothing to pick from');
  return choice;
}

function handOutMovement(lotId: string, from: Hold, to: Account): Movement {
  return {
    id: v7(),
    kind: 'hand_out',
    cause: { kind: 'sign_off', id: v7() },
    occurredAt: new Date(),
    lines: [{ lotId, from, to, quantity: 1, allocationLineId: from.allocationLineId }],
  };
}

async function stockUp(pool: postgres.Sql, lotId: string, holds: Hold[]): Promise<void> {
  const donor: Account = { kind: 'donor', organisationId: v7(), countyCode: '440106' };
  const movements = holds.flatMap((to): Movement[] => {
    const stock: Account = { kind: 'stock', placeId: to.placeId, countyCode: county };
    const head = () => ({ id: v7(), cause: { kind: 'bench', id: v7() }, occurredAt: new Date() });
    return [
      { ...head(), kind: 'intake', lines: [{ lotId, from: donor, to: stock, quantity: PLENTY }] },
      { ...head(), kind: 'hold', lines: [{ lotId, from: stock, to, quantity: PLENTY }] },
    ];
  });
  await pool`select * from ledger_post(${encodeBatch(movements)}::text::jsonb)`;
}
