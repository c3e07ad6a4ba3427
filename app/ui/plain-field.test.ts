import { describe, expect, it } from 'vitest';
import { plainField } from './plain-field';

describe('plainField', () => {
  it('begins as the page gives it', () => {
    expect(plainField(undefined, 'lines[0].quantity', '5')).toMatchObject({
      id: 'lines[0].quantity',
      defaultValue: '5',
      errors: undefined,
    });
  });

  it('comes back as typed, with its errors; what was emptied stays empty', () => {
    const answer = {
      lastResult: {
        initialValue: { lines: [{ lotId: 'a' }, { quantity: '十' }] },
        error: { 'lines[1].quantity': ['quantity.not_a_number'] },
      },
    };
    expect(plainField(answer, 'lines[1].quantity', '5')).toMatchObject({
      defaultValue: '十',
      errors: ['quantity.not_a_number'],
    });
    expect(plainField(answer, 'lines[0].quantity', '5').defaultValue).toBe('');
  });
});
