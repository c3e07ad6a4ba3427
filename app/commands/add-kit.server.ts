import { listItems } from '~db/queries/items.server';
import { appendUnit, insertItem, replaceParts } from '~db/store/item.server';
import { decideKit } from '~/domain/kit';
import type { NewKit } from '~/domain/kit-form';
import { allowed } from '~/domain/policy';
import { ok, refuse } from '~/domain/result';
import { defineCommand } from './command.server';

/** An administrator adds a kit: a name on documents for items that are given together, weighed by its parts. */
export const addKit = defineCommand<NewKit, { itemId: string }>(
  'add-kit',
  async (context, { parts, smallestZh, smallestEn, ...names }) => {
    const may = allowed('item.amend', context.actor);
    if (!may.ok) return may;
    const items = await listItems(context.tx);
    const decided = decideKit(parts, (id) => items.find((one) => one.id === id));
    if (!decided.ok) return decided;
    const { parts: held, ...measures } = decided.value;
    const id = context.newId();
    const row = { id, ...names, ...measures, smallestUnit: 'piece' as const, isKit: true };
    if (!(await insertItem(context.tx, row))) {
      return refuse('item.code_taken', undefined, 'code');
    }
    const one = { nameZh: smallestZh, nameEn: smallestEn, factor: 1 };
    await appendUnit(context.tx, id, one, 'piece');
    await replaceParts(
      context.tx,
      id,
      held.map((part) => ({ id: context.newId(), ...part })),
    );
    context.event('item', id, 1, 'registered', { code: names.code, parts: held });
    return ok({ itemId: id });
  },
);
