import { describe, expect, it } from 'vitest';
import { idCheckCharacter, parseIdNumber } from './id-number';

const today = '2026-01-10';

describe('parseIdNumber', () => {
  it.each([
    ['11010519491231002X', '1949-12-31', 'female'],
    ['11010519491231002x', '1949-12-31', 'female'],
    ['440524188001010014', '1880-01-01', 'male'],
    ['459900201506010014', '2015-06-01', 'male'],
    ['459900194802150027', '1948-02-15', 'female'],
    ['45990020120815006X', '2012-08-15', 'female'],
    ['459900202002290045', '2020-02-29', 'female'],
    ['459900 20150601 0014', '2015-06-01', 'male'],
  ])('reads %s', (text, birthDay, sex) => {
    expect(parseIdNumber(text, today)).toMatchObject({ ok: true, value: { birthDay, sex } });
  });

  it.each([
    ['459900201506010015', 'id_number.check'],
    ['459900201506010041', 'id_number.check'],
    ['459900202102290045', 'id_number.birth_day'],
    ['459900201513010014', 'id_number.birth_day'],
    ['459900202606010014', 'id_number.birth_day'],
    ['45990020150601001', 'id_number.form'],
    ['110105491231002', 'id_number.form'],
    ['4599002015060100X4', 'id_number.form'],
    ['', 'form.required'],
  ])('refuses %j: %s', (text, code) => {
    expect(parseIdNumber(text, today, 'idNumber')).toEqual({
      ok: false,
      error: { code, field: 'idNumber' },
    });
  });

  it('catches every single wrong digit of the serial', () => {
    const good = '459900201506010014';
    for (let position = 14; position < 18; position++) {
      for (const other of '0123456789') {
        const number = good.slice(0, position) + other + good.slice(position + 1);
        expect(parseIdNumber(number, today).ok, number).toBe(number === good);
      }
    }
  });

  it('makes the check character', () => {
    expect(idCheckCharacter('11010519491231002')).toBe('X');
  });
});
