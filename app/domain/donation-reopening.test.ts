import { describe, expect, it } from 'vitest';
import { foldDonation, reopeningByReversal, type DonationEvent } from './donation';
import { decideReopening } from './donation-reopening';

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

describe('decideReopening', () => {
  it('opens a line that a count closed, once', () => {
    const decided = decideReopening(foldDonation([...before, shut]), 'coats', reason);
    expect(decided).toMatchObject({ ok: true, value: { payload: { lineId: 'coats', reason } } });
    if (!decided.ok) return;
    const open = foldDonation([...before, shut, decided.value]);
    expect(open.lines.coats?.closed).toBeNull();
    expect(decideReopening(open, 'coats', reason)).toMatchObject({
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
    expect(decideReopening(foldDonation(events), lineId, reason)).toMatchObject({
      error: { code },
    });
  });
});
