import { describe, expect, it } from 'vitest';
import { releaseSchema } from './release-form';

const piece = { code: 'piece', factor: 1 };
const schema = releaseSchema([
  {
    lineId: 'rice',
    units: [
      { code: 'g', factor: 1 },
      { code: 'bag', factor: 10_000 },
    ],
  },
  { lineId: 'coat', units: [piece] },
]);
const reason = '改给别处';

describe('releasing a part', () => {
  it('reads each cell in the unit it was shown in and leaves empty ones and 0 alone', () => {
    const lines = [
      { lineId: 'coat', unitCode: 'piece', quantity: '0' },
      { lineId: 'rice', unitCode: 'bag', quantity: '2.5' },
    ];
    expect(schema.parse({ lines, reason })).toEqual({
      lines: [{ lineId: 'rice', quantity: 25_000, at: 1, factor: 10_000 }],
      reason,
    });
    const empty = [{ lineId: 'coat', unitCode: 'piece' }];
    expect(schema.parse({ lines: empty, reason }).lines).toEqual([]);
  });

  it.each([
    [{ lineId: 'coat', unitCode: 'piece', quantity: '1.5' }, 'quantity.not_whole'],
    [{ lineId: 'coat', unitCode: 'piece', quantity: 'many' }, 'quantity.not_a_number'],
    [{ lineId: 'coat', unitCode: 'carton', quantity: '1' }, 'record.stale'],
    [{ lineId: 'gone', unitCode: 'piece', quantity: '1' }, 'record.stale'],
  ])('refuses %j at its cell', (line, code) => {
    const read = schema.safeParse({ lines: [line], reason });
    expect(read.error?.issues[0]).toMatchObject({ path: ['lines', 0, 'quantity'] });
    expect(read.error?.issues[0]?.message).toContain(code);
  });
});
