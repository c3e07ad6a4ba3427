import { describe, expect, it } from 'vitest';
import { decideKit, explodeKit, type KitItem, type PartItem } from './kit';

const items: KitItem[] = [
  { id: 'uniform', sizeScheme: 'child_height', parts: [] },
  { id: 'pencil', sizeScheme: 'none', parts: [] },
  { id: 'case', sizeScheme: 'none', parts: [{ itemId: 'pencil', quantity: 6 }] },
  {
    id: 'school',
    sizeScheme: 'child_height',
    parts: [
      { itemId: 'uniform', quantity: 2 },
      { itemId: 'pencil', quantity: 1 },
      { itemId: 'case', quantity: 1 },
    ],
  },
  { id: 'loop', sizeScheme: 'none', parts: [{ itemId: 'knot', quantity: 1 }] },
  { id: 'knot', sizeScheme: 'none', parts: [{ itemId: 'loop', quantity: 1 }] },
];
function getItem(id: string): KitItem {
  const item = items.find((one) => one.id === id);
  if (!item) throw new Error(id);
  return item;
}

describe('explodeKit', () => {
  it('gives the size to the sized parts, adds equal parts up, and opens kits in kits', () => {
    expect(explodeKit(getItem('school'), 158, '130', getItem)).toEqual([
      { itemId: 'uniform', size: '130', quantity: 316 },
      { itemId: 'pencil', size: '', quantity: 158 * 7 },
    ]);
  });

  it('throws on a kit that holds itself', () => {
    expect(() => explodeKit(getItem('loop'), 1, '', getItem)).toThrow('holds itself');
  });
});

describe('decideKit', () => {
  const part = (id: string, more: Partial<PartItem> = {}): PartItem => ({
    id,
    isKit: false,
    retired: false,
    perishable: false,
    sizeScheme: 'none',
    weightMg: 100,
    volumeUl: 10,
    ...more,
  });
  const items = [
    part('pen'),
    part('coat', { sizeScheme: 'child_height', weightMg: 500 }),
    part('shoes', { sizeScheme: 'shoe_mm' }),
    part('milk', { perishable: true }),
    part('gone', { retired: true }),
    part('kit', { isKit: true }),
    part('other', { isKit: true }),
    part('lorry', { weightMg: 9_999_999_999 }),
  ];
  const find = (id: string) => items.find((item) => item.id === id);
  const of = (...ids: string[]) => ids.map((itemId, row) => ({ row, itemId, quantity: 2 }));
  const kit = {
    id: 'kit',
    sizeScheme: 'child_height' as const,
    parts: [{ itemId: 'gone', quantity: 1 }],
  };

  it('weighs a kit by its parts and takes their sizes', () => {
    expect(decideKit(of('pen', 'coat', 'milk'), find)).toEqual({
      ok: true,
      value: {
        parts: ['pen', 'coat', 'milk'].map((itemId) => ({ itemId, quantity: 2 })),
        sizeScheme: 'child_height',
        perishable: true,
        weightMg: 1400,
        volumeUl: 60,
      },
    });
  });

  it.each([
    ['no part', of(), undefined, 'kit.no_part', 'parts'],
    ['itself', of('coat', 'kit'), kit, 'kit.part_is_itself', 'parts[1].choice'],
    ['a kit', of('pen', 'other'), undefined, 'kit.part_is_kit', 'parts[1].choice'],
    ['the same twice', of('pen', 'coat', 'pen'), undefined, 'kit.part_twice', 'parts[2].choice'],
    ['what is not there', of('x'), undefined, 'form.unknown_choice', 'parts[0].choice'],
    ['what is retired', of('gone'), undefined, 'form.unknown_choice', 'parts[0].choice'],
    ['two kinds of sizes', of('coat', 'shoes'), undefined, 'kit.two_size_schemes', 'parts'],
    ['other sizes than before', of('shoes'), kit, 'kit.sizes_changed', 'parts'],
    ['no sizes any more', of('pen'), kit, 'kit.sizes_changed', 'parts'],
    ['too heavy', of('lorry'), undefined, 'kit.too_heavy', 'parts'],
    [
      'half a piece',
      [{ row: 4, itemId: 'pen', quantity: 0.5 }],
      undefined,
      'quantity.too_large',
      'parts[4].quantity',
    ],
  ])('refuses %s', (_, parts, before, code, field) => {
    expect(decideKit(parts, find, before)).toMatchObject({ ok: false, error: { code, field } });
  });

  it('lets a part stay that was retired since', () => {
    expect(decideKit(of('coat', 'gone'), find, kit).ok).toBe(true);
  });
});
