import { describe, expect, it } from 'vitest';
import { decideMembershipChange, type Held, type MembershipChange } from './membership';

const today = '2026-01-10';
const held: Held = {
  role: 'bureau_officer',
  divisionCode: '451100000000',
  validFrom: '2025-01-01',
  validTo: null,
};
const same: MembershipChange = {
  role: held.role,
  divisionCode: held.divisionCode,
  from: undefined,
  validTo: undefined,
};
const decide = (change: Partial<MembershipChange>, was: Partial<Held> = {}) =>
  decideMembershipChange({ ...held, ...was }, { ...same, ...change }, { kind: 'bureau', today });

describe('decideMembershipChange', () => {
  it.each([
    ['another role', { role: 'depot_staff' as const }],
    ['another division', { divisionCode: '451121000000' }],
  ])('%s ends the old one today and begins another', (_, change) => {
    expect(decide(change)).toEqual({
      ok: true,
      value: { kind: 'replace', from: today, validTo: null },
    });
  });

  it('begins later where a day is named, and not before what it follows', () => {
    const change = { role: 'depot_staff', from: '2026-02-01', validTo: '2026-03-01' } as const;
    expect(decide(change)).toMatchObject({ value: { from: '2026-02-01', validTo: '2026-03-01' } });
    const later = { validFrom: '2026-02-15' };
    expect(decide(change, later)).toMatchObject({ value: { from: '2026-02-15' } });
  });

  it('the same role and division with another end are amended', () => {
    expect(decide({ validTo: '2026-02-01' })).toEqual({
      ok: true,
      value: { kind: 'amend', validTo: '2026-02-01' },
    });
    expect(decide({}, { validTo: '2026-02-01' })).toMatchObject({ value: { validTo: null } });
  });

  it.each([
    ['nothing new', {}, {}, 'membership.unchanged'],
    ['an end in the past', { validTo: today }, {}, 'membership.ends_too_early'],
    [
      'an end before it begins',
      { validTo: '2026-02-01' },
      { validFrom: '2026-02-01' },
      'membership.ends_too_early',
    ],
    [
      'a beginning in the past',
      { role: 'depot_staff', from: '2026-01-09' },
      {},
      'membership.from_in_past',
    ],
    [
      'a role of other organisations',
      { role: 'administrator' },
      {},
      'invitation.role_does_not_fit',
    ],
    ['one that has ended', { validTo: '2026-02-01' }, { validTo: today }, 'membership.ended'],
  ] as const)('refuses %s', (_, change, was, code) => {
    expect(decide(change, was)).toMatchObject({ ok: false, error: { code } });
  });
});
