import { appendUnit, lockItem, saveItem } from '~db/store/item.server';
import type { ItemAmendment } from '~/domain/item-form';
import { allowed } from '~/domain/policy';
import { ok, refuse } from '~/domain/result';
import { defineCommand } from './command.server';

/** An administrator mends an item's names and measures, retires it, or gives it one unit more. */
export const amendItem = defineCommand<
  ItemAmendment & { itemId: string; version: number },
  { itemId: string }
>('amend-item', async (context, { itemId, version, unit, ...changes }) => {
  const may = allowed('item.amend', context.actor);
  if (!may.ok) return may;
  const row = await lockItem(context.tx, itemId);
  if (!row) return refuse('access.not_found');
  if (row.version !== version) return refuse('record.stale');
  await saveItem(context.tx, itemId, { ...changes, version: version + 1 });
  const added = unit && (await appendUnit(context.tx, itemId, unit));
  context.event('item', itemId, version + 1, 'amended', {
    retired: changes.retired,
    unit: added ?? null,
  });
  return ok({ itemId });
});
