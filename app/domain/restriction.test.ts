import { describe, expect, it } from 'vitest';
import { purposeToRead, restrictionRefusal } from './restriction';

const village = { divisionCode: '451121101202', group: 'children' as const };

describe('restrictionRefusal', () => {
  it.each([
    [{}, undefined],
    [{ divisionCode: '450000000000' }, undefined],
    [{ divisionCode: '451100000000' }, undefined],
    [{ divisionCode: '451121000000' }, undefined],
    [{ divisionCode: '451121101000' }, undefined],
    [{ divisionCode: '451121101202' }, undefined],
    [{ divisionCode: '451121101203' }, 'restriction.division'],
    [{ divisionCode: '451122000000' }, 'restriction.division'],
    [{ divisionCode: '440000000000' }, 'restriction.division'],
    [{ group: 'children' as const }, undefined],
    [{ group: 'elderly' as const }, 'restriction.group'],
    [{ divisionCode: '451121000000', group: 'women' as const }, 'restriction.group'],
    [{ purpose: 'winter' }, undefined],
  ])('%j: %s', (restriction, code) => {
    expect(restrictionRefusal(restriction, village)?.code).toBe(code);
  });

  it('compares purposes where both are written, and else asks for a reader', () => {
    const winter = { purpose: 'winter' };
    expect(restrictionRefusal(winter, { ...village, purpose: 'school' })?.code).toBe(
      'restriction.purpose',
    );
    expect(restrictionRefusal(winter, { ...village, purpose: 'winter' })).toBeUndefined();
    expect(purposeToRead(winter, village)).toBe(true);
    expect(purposeToRead(winter, { ...village, purpose: 'winter' })).toBe(false);
    expect(purposeToRead({}, village)).toBe(false);
  });
});
