import { describe, expect, it } from 'vitest';
import { allocationSchema, lotKey, pledgeKey } from './allocation-form';

const [a, b, c] = ['a', 'b', 'c'].map((digit) => `0190a000-0000-7000-8000-00000000000${digit}`) as [
  string,
  string,
  string,
];
const lot = lotKey({ lotId: a, parcelId: b, placeId: c });
const pledge = pledgeKey({ donationLineId: a, placeId: c });
const schema = allocationSchema(1000);

describe('allocationSchema', () => {
  it('reads what was filled in, in the unit shown', () => {
    expect(
      schema.parse({ lots: { [lot]: '2.5', x: ' ', y: '0' }, pledges: { [pledge]: '１' } }),
    ).toEqual([
      { field: `lots.${lot}`, quantity: 2500, lotId: a, parcelId: b, placeId: c },
      { field: `pledges.${pledge}`, quantity: 1000, lotId: null, donationLineId: a, placeId: c },
    ]);
  });

  it.each([
    [{}, [], 'form.nothing_entered'],
    [{ lots: { [lot]: '-1' } }, ['lots', lot], 'quantity.not_positive'],
    [{ lots: { [lot]: '十' } }, ['lots', lot], 'quantity.not_a_number'],
    [{ pledges: { [pledge]: '0.0001' } }, ['pledges', pledge], 'quantity.not_whole'],
    [{ lots: { forged: '1' } }, ['lots', 'forged'], 'form.invalid'],
  ])('refuses %j', (form, path, code) => {
    const { error } = schema.safeParse(form);
    expect(error?.issues.map((issue) => [issue.path, issue.message])).toEqual([[path, code]]);
  });
});
