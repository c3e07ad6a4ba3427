import { describe, expect, it } from 'vitest';
import type { CatalogueItem } from './catalogue';
import { foundSchema } from './found-form';

const coat: CatalogueItem = {
  id: '0190a000-0000-7000-8000-000000000009',
  code: 'coat',
  nameZh: '棉衣',
  nameEn: 'Coat',
  category: 'clothing',
  smallestUnit: 'piece',
  sizeScheme: 'child_height',
  weightMg: 1,
  volumeUl: 1,
  perishable: false,
  isKit: false,
  retired: false,
  version: 1,
  units: [
    { code: 'piece', factor: 1, nameZh: '件', nameEn: 'piece' },
    { code: 'carton', factor: 20, nameZh: '箱', nameEn: 'carton' },
  ],
  parts: [],
};
const placeId = '0190a000-0000-7000-8000-000000000001';
const form = { placeId, itemUnit: 'coat:carton', size: '120', quantity: '2' };

describe('foundSchema', () => {
  it('reads goods in the unit that was chosen', () => {
    expect(foundSchema([coat]).parse(form)).toMatchObject({
      placeId,
      itemId: coat.id,
      size: '120',
      quantity: 40,
    });
  });

  it.each([
    [{ size: '121' }, 'size', 'size.off_scheme'],
    [{ size: '' }, 'size', 'size.missing'],
    [{ quantity: '0' }, 'quantity', 'quantity.not_positive'],
    [{ itemUnit: 'coat:dozen' }, 'itemUnit', 'form.unknown_choice'],
    [{ itemUnit: 'hat:piece' }, 'itemUnit', 'form.unknown_choice'],
    [{ bestBefore: '2026-02-31' }, 'bestBefore', 'day.not_in_calendar'],
  ])('refuses %j', (over, field, code) => {
    const { error } = foundSchema([coat]).safeParse({ ...form, ...over });
    expect(error?.issues.map((issue) => [issue.path[0], issue.message])).toEqual([[field, code]]);
  });
});
