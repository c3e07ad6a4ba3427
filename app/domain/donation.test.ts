import { describe, expect, it } from 'vitest';
import {
  decideAcceptance,
  applyDonation,
  decideClosing,
  decideDecline,
  donationStatuses,
  foldDonation,
  decideWithdrawal,
  type DonationEvent,
  type DonationStatus,
} from './donation';

const pledged: DonationEvent = {
  type: 'pledged',
  payload: {
    lines: [
      { lineId: 'coats', quantity: 1000 },
      { lineId: 'rice', quantity: 50 },
    ],
  },
};
const accepted: DonationEvent = {
  type: 'accepted',
  payload: { declined: [{ lineId: 'rice', quantity: 10, reason: 'no_room' }] },
};
const counted: DonationEvent = {
  type: 'counted',
  payload: { intakeId: 'first', refused: [{ lineId: 'coats', quantity: 2, reason: 'not_usable' }] },
};
const reversed: DonationEvent = { type: 'count_reversed', payload: { intakeId: 'first' } };
const declined: DonationEvent = { type: 'declined', payload: { reason: 'not_needed' } };
const withdrawn: DonationEvent = { type: 'withdrawn', payload: { reason: null } };
const closed: DonationEvent = { type: 'closed', payload: { reason: null } };

const ways: Record<DonationStatus, DonationEvent[]> = {
  pledged: [pledged],
  accepted: [pledged, accepted],
  declined: [pledged, declined],
  withdrawn: [pledged, withdrawn],
  closed: [pledged, accepted, closed],
};

describe('foldDonation', () => {
  it.each(donationStatuses)('reaches %s', (status) => {
    expect(foldDonation(ways[status])).toMatchObject({ status, version: ways[status].length });
  });

  it('adds what was declined at acceptance to what was refused at the door, until that count is reversed', () => {
    const state = foldDonation([pledged, accepted, counted]);
    expect(state.lines).toEqual({
      coats: { pledged: 1000, declined: 2 },
      rice: { pledged: 50, declined: 10 },
    });
    expect(applyDonation(state, reversed).lines).toEqual({
      coats: { pledged: 1000, declined: 0 },
      rice: { pledged: 50, declined: 10 },
    });
  });

  it('counts a declined donation as declined to the piece', () => {
    expect(foldDonation(ways.declined).lines).toEqual({
      coats: { pledged: 1000, declined: 1000 },
      rice: { pledged: 50, declined: 50 },
    });
  });

  const possible: Record<DonationStatus, DonationEvent['type'][]> = {
    pledged: ['accepted', 'declined', 'withdrawn'],
    accepted: ['counted', 'count_reversed', 'closed'],
    declined: [],
    withdrawn: [],
    closed: ['count_reversed'],
  };
  const next = [pledged, accepted, declined, withdrawn, counted, reversed, closed];
  it.each(donationStatuses.flatMap((status) => next.map((event) => ({ status, event }))))(
    'from $status by $event.type',
    ({ status, event }) => {
      const way =
        event === reversed && ways[status].includes(accepted)
          ? [pledged, accepted, counted, ...ways[status].slice(2)]
          : ways[status];
      const fold = () => foldDonation([...way, event]);
      if (possible[status].includes(event.type)) expect(fold().version).toBe(way.length + 1);
      else expect(fold).toThrow(status);
    },
  );

  it('throws without a beginning, on unknown lines and on counts reversed twice', () => {
    expect(() => foldDonation([])).toThrow('without events');
    expect(() => foldDonation([accepted])).toThrow('none');
    expect(() => foldDonation([pledged, accepted, reversed])).toThrow('not there');
    const foreign: DonationEvent = {
      type: 'accepted',
      payload: { declined: [{ lineId: 'x', quantity: 1, reason: 'other' }] },
    };
    expect(() => foldDonation([pledged, foreign])).toThrow('not there');
  });
});

describe('decisions', () => {
  const fresh = foldDonation([pledged]);

  it.each([
    ['everything', [], []],
    ['all but a part', [{ lineId: 'rice', quantity: 10, reason: 'no_room' }], ['rice']],
    ['all but a line', [{ lineId: 'rice', quantity: 50, reason: 'no_room' }], ['rice']],
    ['zeros are nothing', [{ lineId: 'rice', quantity: 0, reason: '' }], []],
  ])('accepts %s', (_, refused, lines) => {
    const result = decideAcceptance(fresh, refused);
    expect(result).toMatchObject({ ok: true, value: { type: 'accepted' } });
    if (result.ok && result.value.type === 'accepted') {
      expect(result.value.payload.declined.map((one) => one.lineId)).toEqual(lines);
    }
  });

  it.each([
    [
      'more than pledged',
      [{ lineId: 'rice', quantity: 51, reason: 'no_room' }],
      'donation.more_than_pledged',
    ],
    [
      'a line of another donation',
      [{ lineId: 'x', quantity: 1, reason: 'no_room' }],
      'access.not_found',
    ],
    ['no reason', [{ lineId: 'rice', quantity: 1, reason: '' }], 'form.required'],
    ['half a piece', [{ lineId: 'rice', quantity: 0.5, reason: 'no_room' }], 'quantity.not_whole'],
    [
      'the same line twice',
      [
        { lineId: 'rice', quantity: 40, reason: 'no_room' },
        { lineId: 'rice', quantity: 40, reason: 'no_room' },
      ],
      'form.invalid',
    ],
    [
      'all of it',
      [
        { lineId: 'rice', quantity: 50, reason: 'other' },
        { lineId: 'coats', quantity: 1000, reason: 'other' },
      ],
      'donation.nothing_accepted',
    ],
  ])('does not accept declining %s', (_, refused, code) => {
    expect(decideAcceptance(fresh, refused)).toMatchObject({ ok: false, error: { code } });
  });

  it.each(donationStatuses)('stand only in their status: %s', (status) => {
    const state = foldDonation(ways[status]);
    const results = [
      decideAcceptance(state, []),
      decideDecline(state, 'not_needed'),
      decideWithdrawal(state, null),
      decideClosing(state, null),
    ];
    const pledge = status === 'pledged';
    expect(results.map((result) => result.ok)).toEqual([
      pledge,
      pledge,
      pledge,
      status === 'accepted',
    ]);
    const refusal = results.find((result) => !result.ok);
    expect(refusal).toMatchObject({ error: { code: 'record.status', facts: { status } } });
    for (const result of results)
      if (result.ok) expect(applyDonation(state, result.value).version).toBe(state.version + 1);
  });
});
