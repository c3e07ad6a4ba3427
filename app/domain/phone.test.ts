import { describe, expect, it } from 'vitest';
import { maskMobile, parseMobile } from './phone';

describe('parseMobile', () => {
  it.each([
    '13800138000',
    '138 0013 8000',
    '138-0013-8000',
    '+86 13800138000',
    '008613800138000',
    '8613800138000',
    '１３８００１３８０００',
  ])('reads %s', (text) => {
    expect(parseMobile(text)).toEqual({ ok: true, value: '13800138000' });
  });

  it.each([
    ['', 'form.required'],
    ['12800138000', 'phone.form'],
    ['1380013800', 'phone.form'],
    ['138001380000', 'phone.form'],
    ['0774-5123456', 'phone.form'],
    ['+85291234567', 'phone.form'],
    ['一三八', 'phone.form'],
  ])('refuses %j without repeating it', (text, code) => {
    expect(parseMobile(text, 'phone')).toEqual({ ok: false, error: { code, field: 'phone' } });
  });

  it('masks the middle', () => {
    expect(maskMobile('13800138000')).toBe('138****8000');
  });
});
