import { describe, expect, it } from 'vitest';
import {
  donationStatuses,
  foldDonation,
  reopeningByReversal,
  type DonationEvent,
  type DonationStatus,
} from './donation';
import { decideLineReopening, decideReopening, type ReopeningGround } from './donation-reopening';

const before: DonationEvent[] = [
  { type: 'pledged', payload: { lines: [{ lineId: 'coats', quantity: 1000 }] } },
  { type: 'accepted', payload: { declined: [] } },
  { type: 'counted', payload: { intakeId: 'first', refused: [] } },
];
const shut: DonationEvent = {
  type: 'lines_closed',
  payload: { intakeId: 'first', lines: [{ lineId: 'coats', reason: 'short_delivered' }] },
};
const over: DonationEvent = { type: 'closed', payload: { reason: null } };
const reason = 'donor_delivers_after_all';

describe('decideLineReopening', () => {
  it('opens a line that a count closed, once', () => {
    const decided = decideLineReopening(foldDonation([...before, shut]), 'coats', reason);
    expect(decided).toMatchObject({ ok: true, value: { payload: { lineId: 'coats', reason } } });
    if (!decided.ok) return;
    const open = foldDonation([...before, shut, decided.value]);
    expect(open.lines.coats?.closed).toBeNull();
    expect(decideLineReopening(open, 'coats', reason)).toMatchObject({
      error: { code: 'donation.line_open' },
    });
    // The count that closed it has nothing left to open.
    expect(reopeningByReversal(open, 'first')).toEqual([]);
  });

  it.each<[what: string, events: DonationEvent[], lineId: string, code: string]>([
    ['a line that is open', before, 'coats', 'donation.line_open'],
    ['a line of another donation', [...before, shut], 'rice', 'access.not_found'],
    ['a donation that is over', [...before, shut, over], 'coats', 'record.status'],
  ])('refuses %s', (_what, events, lineId, code) => {
    expect(decideLineReopening(foldDonation(events), lineId, reason)).toMatchObject({
      error: { code },
    });
  });
});

describe('decideReopening', () => {
  const sound: ReopeningGround = { missing: 2, placeEnded: false, donorEnded: false };
  const pledge = before.slice(0, 1);
  const ways: Record<DonationStatus, DonationEvent[]> = {
    pledged: pledge,
    accepted: before,
    declined: [...pledge, { type: 'declined', payload: { reason: 'not_needed' } }],
    withdrawn: [...pledge, { type: 'withdrawn', payload: { reason: null } }],
    closed: [...before, over],
  };

  it.each(donationStatuses)('opens only what is closed: %s', (status) => {
    const decided = decideReopening(foldDonation(ways[status]), reason, sound);
    expect(decided).toEqual(
      status === 'closed'
        ? { ok: true, value: { type: 'reopened', payload: { reason } } }
        : { ok: false, error: { code: 'record.status', facts: { status } } },
    );
  });

  it.each<[what: string, ground: Partial<ReopeningGround>, code: string]>([
    ['where nothing is missing', { missing: 0 }, 'donation.nothing_missing'],
    ['for a place that has ended', { placeEnded: true }, 'donation.place_ended_since'],
    ['of a donor that has ended', { donorEnded: true }, 'donation.donor_ended_since'],
    [
      'for the place first of all',
      { missing: 0, placeEnded: true, donorEnded: true },
      'donation.place_ended_since',
    ],
  ])('refuses %s', (_what, ground, code) => {
    const decided = decideReopening(foldDonation(ways.closed), reason, { ...sound, ...ground });
    expect(decided).toEqual({ ok: false, error: { code } });
  });
});
