import { postMovements } from '~db/store/ledger.server';
import { ok } from '~/domain/result';
import type { GoodsToAllocate } from './allocation-goods.server';
import { holdRefusal } from './allocation-holds.server';
import { writeAllocation } from './allocation-made.server';
import { defineCommand } from './command.server';
import { requestFor, type RequestStepInput } from './request-step.server';

type Input = RequestStepInput & { lines: GoodsToAllocate[] };

/**
 * Reserves goods for an approved request, as a person decided. What is in is held in the ledger; what is pledged and
 * not yet in is promised. When somebody else was faster, `ledger.short` says what is left, at the line it is about.
 */
export const makeAllocation = defineCommand<Input, { allocationId: string }>(
  'make-allocation',
  async (context, input) => {
    const request = await requestFor(context, 'allocation.make', input);
    if (!request.ok) return request;
    const made = await writeAllocation(context, request.value, input.lines);
    if (!made.ok) return made;
    const { allocationId, goods, movements } = made.value;
    const posted = await postMovements(context.tx, movements);
    if (!posted.ok) return holdRefusal(posted.error, goods);
    return ok({ allocationId });
  },
);
