import { describe, expect, it } from 'vitest';
import { loadOf } from './load';

describe('loadOf', () => {
  it('adds up weight and room of everything', () => {
    const rice = { quantity: 30_000_000, weightMg: 1000, volumeUl: 1250 };
    const coats = { quantity: 3, weightMg: 1_200_500, volumeUl: 6_000_000 };
    expect(loadOf([rice, coats])).toEqual({ weightG: 30_003_602, volumeMl: 37_518_000 });
    expect(loadOf([])).toEqual({ weightG: 0, volumeMl: 0 });
  });
});
