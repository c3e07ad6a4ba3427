import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCode, parseCode, publicCodeBytes, type PublicCodeKind } from './public-code';

const anyCode = fc
  .tuple(
    fc.uint8Array({ minLength: publicCodeBytes, maxLength: publicCodeBytes }),
    fc.constantFrom<PublicCodeKind>('parcel', 'donation'),
  )
  .map(([bytes, kind]) => ({ kind, code: formatCode(bytes, kind) }));
const alphabet = '0123456789ACDEFGHJKMNPQRTVWXY';

describe('public codes', () => {
  it('look like four groups of four', () => {
    const code = formatCode(new Uint8Array(16).fill(7), 'parcel');
    expect(code).toMatch(/^P[0-9A-Y]{3}(-[0-9A-Y]{4}){3}$/);
    expect(formatCode(new Uint8Array(16).fill(8), 'parcel')).not.toBe(code);
  });

  it('read back, whatever the hand that types them', () => {
    fc.assert(
      fc.property(anyCode, ({ kind, code }) => {
        const bare = code.replaceAll('-', '');
        const wide = Array.from(bare)
          .map((one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))
          .join('');
        const sloppy = bare
          .replaceAll('0', 'o')
          .replaceAll('1', 'l')
          .replaceAll('5', 's')
          .replaceAll('8', 'b');
        for (const typed of [
          code,
          code.toLowerCase(),
          bare,
          ` ${bare.split('').join(' ')} `,
          wide,
          sloppy,
          code.replaceAll('-', '—'),
        ]) {
          expect(parseCode(typed)).toEqual({ ok: true, value: { kind, code } });
        }
      }),
    );
  });

  it('weigh to nothing: on this rest the catches below, for every exchange and not only the tried ones', () => {
    fc.assert(
      fc.property(anyCode, ({ code }) => {
        const bare = code.replaceAll('-', '').split('');
        const sum = bare.reduce(
          (total, one, index) => total + alphabet.indexOf(one) * (index + 1),
          0,
        );
        expect(sum % 29).toBe(0);
      }),
    );
  });

  it('catch every single substitution', () => {
    fc.assert(
      fc.property(
        anyCode,
        fc.nat(15),
        fc.constantFrom(...alphabet.split('')),
        ({ code }, position, other) => {
          const bare = code.replaceAll('-', '');
          fc.pre(bare[position] !== other);
          expect(parseCode(bare.slice(0, position) + other + bare.slice(position + 1)).ok).toBe(
            false,
          );
        },
      ),
    );
  });

  it('catch every exchange of two neighbours', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(14), ({ code }, position) => {
        const bare = code.replaceAll('-', '');
        fc.pre(bare[position] !== bare[position + 1]);
        const swapped =
          bare.slice(0, position) + bare[position + 1] + bare[position] + bare.slice(position + 2);
        expect(parseCode(swapped).ok).toBe(false);
      }),
    );
  });

  it.each([
    ['', 'form.required'],
    ['---', 'form.required'],
    ['P123', 'public_code.form'],
    ['P123-4567-89AC-DEFG-H', 'public_code.form'],
    ['P123-4567-89AC-DE箱G', 'public_code.form'],
    ['X000-0000-0000-0000', 'public_code.check'],
  ])('refuse %j: %s', (text, code) => {
    expect(parseCode(text)).toMatchObject({ ok: false, error: { code } });
  });

  it('need enough randomness', () => {
    expect(() => formatCode(new Uint8Array(15), 'parcel')).toThrow('16 random bytes');
  });
});
