import { z } from 'zod';
import { isUuid } from './account';
import { addError } from './form-schema';
import { parseQuantity } from './quantity';

/** Goods as the form names them, so that a row keeps its figure when the rows around it change. */
export function lotKey(goods: { lotId: string; parcelId: string; placeId: string }): string {
  return [goods.lotId, goods.parcelId, goods.placeId].join('_');
}
export function pledgeKey(goods: { donationLineId: string; placeId: string }): string {
  return [goods.donationLineId, goods.placeId].join('_');
}

export interface TakenGoods {
  /** Name of the field it was typed in. */
  field: string;
  lotId: string | null;
  parcelId?: string;
  donationLineId?: string;
  placeId: string;
  quantity: number;
}

const cells = z.record(z.string().max(120), z.string().optional()).default({});

/** What a person decided to give to one need; `factor` smallest units are one of the unit shown. Empty rows give nothing. */
export function allocationSchema(factor: number) {
  return z.object({ lots: cells, pledges: cells }).transform((form, ctx) => {
    const taken: TakenGoods[] = [];
    for (const [group, rows] of Object.entries(form)) {
      for (const [key, text] of Object.entries(rows)) {
        if (!text?.trim() || /^[0０]+$/.test(text.trim())) continue;
        const quantity = parseQuantity(text, factor);
        const ids = key.split('_');
        const field = `${group}.${key}`;
        if (!quantity.ok) addError(ctx, quantity.error, [group, key]);
        else if (!ids.every(isUuid)) addError(ctx, { code: 'form.invalid' }, [group, key]);
        else taken.push({ field, quantity: quantity.value, ...goodsOf(group, ids) });
      }
    }
    if (taken.length === 0 && ctx.issues.length === 0)
      addError(ctx, { code: 'form.nothing_entered' });
    return taken;
  });
}

function goodsOf(group: string, ids: readonly string[]) {
  const [first = '', second = '', third = ''] = ids;
  return group === 'lots'
    ? { lotId: first, parcelId: second, placeId: third }
    : { lotId: null, donationLineId: first, placeId: second };
}
