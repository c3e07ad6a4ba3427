import { listItems } from '~db/queries/items.server';
import { lockItem, replaceParts, saveItem } from '~db/store/item.server';
import { decideKit } from '~/domain/kit';
import type { NewPart } from '~/domain/kit-form';
import { allowed } from '~/domain/policy';
import { ok, refuse } from '~/domain/result';
import { defineCommand } from './command.server';

/**
 * An administrator changes what a kit holds from now on. What was pledged or asked for before keeps the items it was taken
 * apart into; the event keeps each list of parts that the kit ever had.
 */
export const changeKitParts = defineCommand<
  { itemId: string; version: number; parts: NewPart[] },
  { itemId: string }
>('change-kit-parts', async (context, { itemId, version, parts }) => {
  const may = allowed('item.amend', context.actor);
  if (!may.ok) return may;
  const row = await lockItem(context.tx, itemId);
  if (!row) return refuse('access.not_found');
  if (!row.isKit) return refuse('kit.not_a_kit');
  if (row.version !== version) return refuse('record.stale');
  const items = await listItems(context.tx);
  const find = (id: string) => items.find((one) => one.id === id);
  const decided = decideKit(parts, find, find(itemId));
  if (!decided.ok) return decided;
  const { parts: held, ...measures } = decided.value;
  await replaceParts(
    context.tx,
    itemId,
    held.map((part) => ({ id: context.newId(), ...part })),
  );
  await saveItem(context.tx, itemId, { ...measures, version: version + 1 });
  context.event('item', itemId, version + 1, 'parts_changed', { parts: held });
  return ok({ itemId });
});
