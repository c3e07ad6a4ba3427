import { appendUnit, insertItem } from '~db/store/item.server';
import type { NewItem } from '~/domain/item-form';
import { allowed } from '~/domain/policy';
import { ok, refuse } from '~/domain/result';
import { defineCommand } from './command.server';

/** An administrator adds an item to the catalogue. Its smallest unit and sizes stay as they are made here. */
export const addItem = defineCommand<NewItem, { itemId: string }>(
  'add-item',
  async (context, { unit, smallestZh, smallestEn, ...fields }) => {
    const may = allowed('item.amend', context.actor);
    if (!may.ok) return may;
    const id = context.newId();
    if (!(await insertItem(context.tx, { id, ...fields }))) {
      return refuse('item.code_taken', undefined, 'code');
    }
    const smallest = { nameZh: smallestZh, nameEn: smallestEn, factor: 1 };
    await appendUnit(context.tx, id, smallest, fields.smallestUnit);
    if (unit) await appendUnit(context.tx, id, unit);
    context.event('item', id, 1, 'registered', { code: fields.code });
    return ok({ itemId: id });
  },
);
