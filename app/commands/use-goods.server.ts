import { postMovements } from '~db/store/ledger.server';
import { bumpProgramme, lockGoodsToUse } from '~db/store/sign-off.server';
import { dayInShanghai } from '~/domain/calendar';
import { pickHandOut } from '~/domain/hand-out-goods';
import type { UsePurpose } from '~/domain/handout-form';
import { allowed } from '~/domain/policy';
import { ok, refuse } from '~/domain/result';
import { defineCommand } from './command.server';
import { leavingMovements } from './sign-off-movements.server';

interface Input {
  requestLineId: string;
  /** Smallest units. */
  quantity: number;
  /** Needed where goods of several sizes are held for the line. */
  size?: string | undefined;
  purpose: UsePurpose;
}

/** A programme uses goods up itself. What open lists still owe to people is left alone. */
export const useGoods = defineCommand<Input, { movementId: string }>(
  'use-goods',
  async (context, { requestLineId, quantity, size, purpose }) => {
    const { tx, actor, now, newId } = context;
    const goods = await lockGoodsToUse(tx, requestLineId);
    if (!goods) return refuse('access.not_found');
    const { organisationId, divisionCode, countyCode, programmeId, group } = goods;
    const may = allowed('goods.use', actor, { organisationId, divisionCode });
    if (!may.ok) return may;
    const left = goods.held.reduce((sum, { free }) => sum + free, 0) - goods.stillDue;
    if (quantity > left)
      return refuse('handout.stock_short', { left: Math.max(0, left) }, 'quantity');
    const use = { divisionCode, group };
    const pick = pickHandOut(goods.held, { quantity, size, use, today: dayInShanghai(now) });
    if (!pick.ok) return pick;
    const movementId = newId();
    const posted = await postMovements(
      tx,
      leavingMovements(goods, pick.value, {
        kind: 'use',
        cause: { kind: 'programme', id: programmeId },
        to: { kind: 'used', programmeId, countyCode },
        openId: newId(),
        movementId,
        occurredAt: now,
        reason: purpose,
      }),
    );
    if (!posted.ok) return posted;
    const version = await bumpProgramme(tx, programmeId);
    context.event('programme', programmeId, version, 'goods_used', { movementId, requestLineId });
    return ok({ movementId });
  },
);
