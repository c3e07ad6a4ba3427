import { describe, expect, it } from 'vitest';
import type { CatalogueItem } from './catalogue';
import { NO_SIZE, requestBlocks, requestSchema } from './request-form';

function item(code: string, more: Partial<CatalogueItem> = {}): CatalogueItem {
  return {
    id: `id-${code}`,
    code,
    nameZh: code,
    nameEn: code,
    category: 'clothing',
    smallestUnit: 'piece',
    sizeScheme: 'none',
    weightMg: 1,
    volumeUl: 1,
    perishable: false,
    isKit: false,
    retired: false,
    version: 1,
    units: [{ code: 'piece', nameZh: '件', nameEn: 'piece', factor: 1 }],
    parts: [],
    ...more,
  };
}
const items = [
  item('coat', { sizeScheme: 'child_height' }),
  item('pencil'),
  item('rice', {
    smallestUnit: 'g',
    units: [
      { code: 'g', nameZh: '克', nameEn: 'g', factor: 1 },
      { code: 'bag', nameZh: '袋', nameEn: 'bag', factor: 10_000 },
    ],
  }),
  item('kit', {
    isKit: true,
    sizeScheme: 'child_height',
    parts: [
      { itemId: 'id-coat', quantity: 1 },
      { itemId: 'id-pencil', quantity: 6 },
    ],
  }),
  item('old', { retired: true }),
];
const schema = requestSchema(items, '2026-01-10');
const coats = {
  itemCode: 'coat',
  unitCode: 'piece',
  largerSizeServes: true,
  cells: { '120': '20', '130': ' ', '140': '３' },
};
const form = {
  programmeId: '0190a000-0000-7000-8000-000000000001',
  headCount: '43',
  needBy: '2026-01-10',
  urgency: 'normal',
  blocks: [coats, { itemCode: 'rice', unitCode: 'bag', cells: { [NO_SIZE]: '1.5' } }],
};
const coat = { itemId: 'id-coat', itemCode: 'coat', unitCode: 'piece', largerSizeServes: true };

describe('requestSchema', () => {
  it('reads a request, its empty cells left out', () => {
    expect(schema.parse(form)).toEqual({
      programmeId: form.programmeId,
      headCount: 43,
      needBy: '2026-01-10',
      urgency: 'normal',
      lines: [
        { ...coat, size: '120', quantity: 20 },
        { ...coat, size: '140', quantity: 3 },
        {
          itemId: 'id-rice',
          itemCode: 'rice',
          size: '',
          quantity: 15_000,
          unitCode: 'bag',
          largerSizeServes: false,
        },
      ],
    });
    expect(
      schema.parse({ ...form, urgency: 'critical', urgencyReason: '寒潮' }).urgencyReason,
    ).toBe('寒潮');
  });

  it('takes kits apart and joins what is the same need', () => {
    const kits = { ...coats, itemCode: 'kit', cells: { '120': '2' } };
    expect(schema.parse({ ...form, blocks: [coats, kits] }).lines).toEqual([
      { ...coat, size: '120', quantity: 22 },
      { ...coat, size: '140', quantity: 3 },
      {
        itemId: 'id-pencil',
        itemCode: 'pencil',
        size: '',
        quantity: 12,
        unitCode: 'piece',
        largerSizeServes: false,
      },
    ]);
  });

  it.each([
    [['headCount'], { headCount: '0' }, 'quantity.not_positive'],
    [['headCount'], { headCount: '100000' }, 'quantity.too_large'],
    [['headCount'], { headCount: '四十' }, 'quantity.not_a_number'],
    [['needBy'], { needBy: '2026-01-09' }, 'request.need_by_in_past'],
    [['needBy'], { needBy: '2026-02-31' }, 'day.not_in_calendar'],
    [['urgency'], { urgency: 'panic' }, 'form.unknown_choice'],
    [['urgencyReason'], { urgency: 'urgent' }, 'request.urgency_reason_missing'],
    [
      ['urgencyReason'],
      { urgency: 'critical', urgencyReason: '  ' },
      'request.urgency_reason_missing',
    ],
    [['blocks'], { blocks: [] }, 'form.nothing_entered'],
    [['blocks', 0, 'itemCode'], { blocks: [{ ...coats, cells: {} }] }, 'form.nothing_entered'],
    [['blocks', 0, 'itemCode'], { blocks: [{ ...coats, itemCode: 'x' }] }, 'form.unknown_choice'],
    [['blocks', 0, 'itemCode'], { blocks: [{ ...coats, itemCode: 'old' }] }, 'form.unknown_choice'],
    [['blocks', 0, 'unitCode'], { blocks: [{ ...coats, unitCode: 't' }] }, 'form.unknown_choice'],
    [
      ['blocks', 0, 'cells', '121'],
      { blocks: [{ ...coats, cells: { '121': '1' } }] },
      'size.off_scheme',
    ],
    [
      ['blocks', 0, 'cells', '120'],
      { blocks: [{ ...coats, cells: { '120': '-3' } }] },
      'quantity.not_positive',
    ],
    [
      ['blocks', 0, 'cells', '120'],
      { blocks: [{ ...coats, cells: { '120': '2.5' } }] },
      'quantity.not_whole',
    ],
  ])('refuses %j: %j', (path, change, code) => {
    const result = schema.safeParse({ ...form, ...change });
    expect(
      result.error?.issues.map((issue) => ({ path: issue.path, message: issue.message })),
    ).toEqual([{ path, message: code }]);
  });
});

describe('requestBlocks', () => {
  it('draws the form again from its lines', () => {
    const { lines } = schema.parse(form);
    const blocks = requestBlocks(lines, items);
    expect(blocks).toEqual([
      { ...coats, cells: { '120': '20', '140': '3' } },
      { itemCode: 'rice', unitCode: 'bag', largerSizeServes: false, cells: { [NO_SIZE]: '1.5' } },
    ]);
    expect(schema.parse({ ...form, blocks }).lines).toEqual(lines);
  });
});
