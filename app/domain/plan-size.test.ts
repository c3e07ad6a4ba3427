import { expect, it } from 'vitest';
import { someNeed, someSupply } from '../../bench/allocation/small';
import { MOST_PAIRS, tooLarge } from './plan-size';

it('a plan is too large by its pairs of needs and goods of one item', () => {
  const goods = 5000;
  const supplies = Array.from({ length: goods }, () => someSupply('s'));
  const needs = Array.from({ length: MOST_PAIRS / goods }, () => someNeed('n'));
  expect(tooLarge({ supplies, needs })).toBe(false);
  expect(tooLarge({ supplies, needs: [...needs, someNeed('n')] })).toBe(true);
  expect(tooLarge({ supplies, needs: [...needs, someNeed('n', { itemId: 'quilt' })] })).toBe(false);
});
