import { expect, it } from 'vitest';
import { addItemSchema, amendItemSchema } from './item-form';

const item = {
  nameZh: '毛毯',
  nameEn: 'Blanket',
  category: 'bedding',
  weightMg: '1,500',
  volumeUl: '9000.5',
  code: 'blanket',
  smallestUnit: 'piece',
  sizeScheme: 'none',
  smallestZh: '条',
  smallestEn: 'blanket',
};

it('reads grams and millilitres in thousandths, and no unit where none is typed', () => {
  expect(addItemSchema.parse({ ...item, unit: { nameZh: '', factor: ' ' } })).toMatchObject({
    weightMg: 1_500_000,
    volumeUl: 9_000_500,
    perishable: false,
    unit: undefined,
  });
  expect(
    amendItemSchema.parse({ ...item, unit: { nameZh: '包', nameEn: 'bale', factor: '10' } }).unit,
  ).toEqual({ nameZh: '包', nameEn: 'bale', factor: 10 });
});

it.each([
  [['weightMg'], { weightMg: '0' }, 'quantity.not_positive'],
  [['weightMg'], { weightMg: '0.0001' }, 'quantity.not_whole'],
  [['code'], { code: '毛毯' }, 'item.code_form'],
  [['category'], { category: 'gold' }, 'form.unknown_choice'],
  [['unit', 'nameEn'], { unit: { nameZh: '包', factor: '10' } }, 'form.required'],
  [
    ['unit', 'factor'],
    { unit: { nameZh: '包', nameEn: 'bale', factor: '-1' } },
    'quantity.not_positive',
  ],
])('refuses a bad %j', (path, change, code) => {
  const result = addItemSchema.safeParse({ ...item, ...change });
  expect(result.error?.issues).toMatchObject([{ message: code, path }]);
});
