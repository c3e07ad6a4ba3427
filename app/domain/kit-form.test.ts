import { describe, expect, it } from 'vitest';
import type { CatalogueItem } from './catalogue';
import { addKitSchema, kitPartsSchema, unitChoice } from './kit-form';

const rice = {
  id: 'rice',
  units: [
    { code: 'g', nameZh: '克', nameEn: 'g', factor: 1 },
    { code: 'kg', nameZh: '公斤', nameEn: 'kg', factor: 1000 },
  ],
} as CatalogueItem;
const soap = {
  id: 'soap',
  units: [{ code: 'piece', nameZh: '块', nameEn: 'bar', factor: 1 }],
} as CatalogueItem;
const schema = kitPartsSchema([rice, soap]);

describe('kitPartsSchema', () => {
  it('reads each part in its unit, and remembers in which row it stood', () => {
    const parts = [
      { choice: unitChoice('rice', 'kg'), quantity: '2.5' },
      { choice: '', quantity: ' ' },
      undefined,
      { choice: unitChoice('soap', 'piece'), quantity: '4' },
    ];
    expect(schema.parse({ parts }).parts).toEqual([
      { row: 0, itemId: 'rice', quantity: 2500 },
      { row: 3, itemId: 'soap', quantity: 4 },
    ]);
  });

  it.each([
    [[{ choice: 'rice/piece', quantity: '1' }], ['parts', 0, 'choice', 'kit.unit_mismatch']],
    [[{ choice: 'x/kg', quantity: '1' }], ['parts', 0, 'choice', 'form.unknown_choice']],
    [[{ choice: '', quantity: '1' }], ['parts', 0, 'choice', 'form.required']],
    [[{ choice: 'rice/kg', quantity: '' }], ['parts', 0, 'quantity', 'form.required']],
    [[{ choice: 'rice/kg', quantity: '-1' }], ['parts', 0, 'quantity', 'quantity.not_positive']],
    [[{ choice: 'soap/piece', quantity: '1.5' }], ['parts', 0, 'quantity', 'quantity.not_whole']],
    [[{}], ['parts', 'kit.no_part']],
    [undefined, ['parts', 'kit.no_part']],
  ])('refuses %j', (parts, issue) => {
    const issues = schema.safeParse({ parts }).error?.issues;
    expect(issues?.map((one) => [...one.path, one.message])).toEqual([issue]);
  });
});

it('asks a new kit for its names and a code of its own form', () => {
  const parts = [{ choice: 'rice/kg', quantity: '1' }];
  const issues = addKitSchema([rice]).safeParse({ code: '礼包', category: 'food', parts }).error;
  expect(issues?.issues.map((one) => one.path[0])).toEqual([
    'nameZh',
    'nameEn',
    'code',
    'smallestZh',
    'smallestEn',
  ]);
});
