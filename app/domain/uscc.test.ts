import { describe, expect, it } from 'vitest';
import { parseUscc, usccCheckCharacter } from './uscc';

describe('parseUscc', () => {
  it.each([
    ['91350100M000100Y43', '91350100M000100Y43'],
    ['53459900MJ0000001M', '53459900MJ0000001M'],
    [' 91350100m000100y43 ', '91350100M000100Y43'],
    ['91350100 M000 100Y 43', '91350100M000100Y43'],
    ['９１３５０１００Ｍ０００１００Ｙ４３', '91350100M000100Y43'],
  ])('reads %s', (text, code) => {
    expect(parseUscc(text)).toEqual({ ok: true, value: code });
  });

  it.each([
    // Published with a wrong rule; must fail (rules.md, section 2).
    ['91310115MA1G4L1WXK', 'uscc.check'],
    ['91350100M000100Y44', 'uscc.check'],
    ['91350100M001000Y43', 'uscc.check'],
    ['91350100M000100Y4', 'uscc.length'],
    ['91350100M000100Y433', 'uscc.length'],
    ['9135O100M000100Y43', 'uscc.character'],
    ['91350100V000100Y43', 'uscc.character'],
    ['统一社会信用代码统一社会信用代码统一', 'uscc.character'],
    ['', 'form.required'],
  ])('refuses %j: %s', (text, code) => {
    expect(parseUscc(text, 'creditCode')).toMatchObject({
      ok: false,
      error: { code, field: 'creditCode' },
    });
  });

  it('catches every single wrong character', () => {
    const good = '91350100M000100Y43';
    for (let position = 0; position < good.length; position++) {
      for (const other of '0123456789ABCDEFGHJKLMNPQRTUWXY') {
        const code = good.slice(0, position) + other + good.slice(position + 1);
        expect(parseUscc(code).ok, code).toBe(code === good);
      }
    }
  });

  it('makes the check character', () => {
    expect(usccCheckCharacter('53459900MJ0000001')).toBe('M');
  });
});
