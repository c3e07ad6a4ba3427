import { describe, expect, it } from 'vitest';
import { explodeKit, type KitItem } from './kit';

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
