import { describe, expect, it } from 'vitest';
import { createIdentityCipher } from './identity-cipher.server';

const cipher = createIdentityCipher('a secret of the tests, long enough to be one');
const other = createIdentityCipher('another secret of the tests, long enough too');
const idNumber = '459900201506010014';

describe('the identity cipher', () => {
  it('opens what it sealed, and seals the same text differently each time', () => {
    const [one, two] = [cipher.seal('韦小妹', 'p1:name'), cipher.seal('韦小妹', 'p1:name')];
    expect(cipher.open(one, 'p1:name')).toBe('韦小妹');
    expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(false);
    expect(Buffer.from(one.bytes).includes(Buffer.from('韦小妹'))).toBe(false);
  });

  it('opens neither what was moved, nor what was changed, nor what another key sealed', () => {
    const sealed = cipher.seal(idNumber, 'p1:id_number');
    expect(() => cipher.open(sealed, 'p2:id_number')).toThrow();
    const changed = Buffer.from(sealed.bytes);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    expect(() => cipher.open({ ...sealed, bytes: changed }, 'p1:id_number')).toThrow();
    expect(() => other.open(sealed, 'p1:id_number')).toThrow(/no key/);
  });

  it('finds the same text again in one county and field only', () => {
    const index = (county: string, field: 'id_number' | 'phone', from = cipher) =>
      Buffer.from(from.blindIndex(county, field, idNumber)).toString('hex');
    expect(index('451121', 'id_number')).toBe(index('451121', 'id_number'));
    const others = [
      index('451122', 'id_number'),
      index('451121', 'phone'),
      index('451121', 'id_number', other),
    ];
    expect(others).not.toContain(index('451121', 'id_number'));
  });
});
