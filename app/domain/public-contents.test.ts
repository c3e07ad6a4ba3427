import { describe, expect, it } from 'vitest';
import { publicContents, type ContentLine } from './public-contents';

const coats = (quantities: Record<string, number>): ContentLine[] =>
  Object.entries(quantities).map(([size, quantity]) => ({ itemId: 'coat', size, quantity }));

describe('what anyone may see of the contents', () => {
  it('tells the sizes of many, and those of few together', () => {
    expect(publicContents(coats({ '120': 6, '130': 5, '140': 4, '150': 1 }), 5)).toEqual([
      {
        itemId: 'coat',
        quantity: 16,
        sizes: [
          { size: '120', quantity: 6 },
          { size: '130', quantity: 5 },
        ],
        otherSizes: 5,
      },
    ]);
  });

  it('tells of fewer than the threshold of worn goods neither number nor size', () => {
    expect(publicContents(coats({ '120': 2, '130': 2 }), 5)).toEqual([
      { itemId: 'coat', fewerThan: 5, sizes: [], otherSizes: 0 },
    ]);
  });

  it('tells no size at all where the households are few', () => {
    const [coat] = publicContents(coats({ '120': 9 }), 5, false);
    expect(coat).toMatchObject({ quantity: 9, sizes: [], otherSizes: 9 });
  });

  it('tells one bag of rice as it is: it fits everybody', () => {
    expect(publicContents([{ itemId: 'rice', size: '', quantity: 1 }], 5)).toEqual([
      { itemId: 'rice', quantity: 1, sizes: [], otherSizes: 0 },
    ]);
  });

  it('adds lines of one size up before it hides, and leaves nothing of what was taken out', () => {
    const lines = [...coats({ '120': 3 }), ...coats({ '120': 2, '130': 0 })];
    expect(publicContents(lines, 5)[0]?.sizes).toEqual([{ size: '120', quantity: 5 }]);
  });
});
