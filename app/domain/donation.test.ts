import { describe, expect, it } from 'vitest';
import {
  decideAcceptance,
  applyDonation,
  decideClosing,
  decideDecline,
  decideLineClosings,
  donationStatuses,
  foldDonation,
  reopeningByReversal,
  decideWithdrawal,
  type DonationEvent,
  type DonationState,
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
const lineClosed: DonationEvent = {
  type: 'lines_closed',
  payload: { intakeId: 'first', lines: [{ lineId: 'coats', reason: 'short_delivered' }] },
};
const lineReopened: DonationEvent = {
  type: 'lines_reopened',
  payload: { intakeId: 'first', lineIds: ['coats'] },
};
const lineReopenedByHand: DonationEvent = {
  type: 'line_reopened',
  payload: { lineId: 'coats', reason: 'closed_wrongly' },
};
const declined: DonationEvent = { type: 'declined', payload: { reason: 'not_needed' } };
const withdrawn: DonationEvent = { type: 'withdrawn', payload: { reason: null } };
const closed: DonationEvent = { type: 'closed', payload: { reason: null } };
const reopened: DonationEvent = { type: 'reopened', payload: { reason: 'closed_wrongly' } };

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
      coats: { pledged: 1000, declined: 2, closed: null },
      rice: { pledged: 50, declined: 10, closed: null },
    });
    expect(applyDonation(state, reversed).lines).toEqual({
      coats: { pledged: 1000, declined: 0, closed: null },
      rice: { pledged: 50, declined: 10, closed: null },
    });
  });

  it('counts a declined donation as declined to the piece', () => {
    expect(foldDonation(ways.declined).lines).toEqual({
      coats: { pledged: 1000, declined: 1000, closed: null },
      rice: { pledged: 50, declined: 50, closed: null },
    });
  });

  const possible: Record<DonationStatus, DonationEvent['type'][]> = {
    pledged: ['accepted', 'declined', 'withdrawn'],
    accepted: [
      'counted',
      'count_reversed',
      'lines_closed',
      'lines_reopened',
      'line_reopened',
      'closed',
    ],
    declined: [],
    withdrawn: [],
    closed: ['count_reversed', 'lines_reopened', 'reopened'],
  };
  const next = [
    pledged,
    accepted,
    declined,
    withdrawn,
    counted,
    reversed,
    lineClosed,
    lineReopened,
    lineReopenedByHand,
    closed,
    reopened,
  ];
  const reopens: DonationEvent[] = [lineReopened, lineReopenedByHand];
  it.each(donationStatuses.flatMap((status) => next.map((event) => ({ status, event }))))(
    'from $status by $event.type',
    ({ status, event }) => {
      const before = event === reversed ? [counted] : reopens.includes(event) ? [lineClosed] : [];
      const way = ways[status].includes(accepted)
        ? [pledged, accepted, ...before, ...ways[status].slice(2)]
        : ways[status];
      const fold = () => foldDonation([...way, event]);
      if (possible[status].includes(event.type)) expect(fold().version).toBe(way.length + 1);
      else expect(fold).toThrow(status);
    },
  );

  it('closes a line with its reason and opens it again, each once', () => {
    const state = foldDonation([pledged, accepted, counted, lineClosed]);
    const closing = { reason: 'short_delivered', intakeId: 'first' };
    expect(state.lines['coats']).toEqual({ pledged: 1000, declined: 2, closed: closing });
    expect(applyDonation(state, lineReopened).lines['coats']?.closed).toBeNull();
    expect(() => applyDonation(state, lineClosed)).toThrow('twice');
    expect(() => foldDonation([pledged, accepted, lineReopened])).toThrow('twice');
  });

  it('is accepted again once reopened, with the lines that a count closed as they were', () => {
    const before = foldDonation([pledged, accepted, counted, lineClosed]);
    const state = [closed, reopened].reduce<DonationState>(applyDonation, before);
    expect(state).toEqual({ ...before, version: before.version + 2 });
    expect(applyDonation(state, lineReopened).lines['coats']?.closed).toBeNull();
    expect(() => applyDonation(state, reopened)).toThrow('accepted');
  });

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

describe('decideLineClosings', () => {
  const open = foldDonation([pledged, accepted, counted]);
  const shut = applyDonation(open, lineClosed);
  const closing = [{ donationLineId: 'coats', reason: 'short_delivered' }];
  it.each([
    ['closes what is short', open, closing, ['coats'], 8, [lineClosed]],
    ['leaves a line that came whole', open, closing, ['coats'], 0, []],
    ['leaves what is closed already', shut, closing, ['coats'], 8, []],
    ['opens what comes after all', shut, [], ['coats'], 8, [lineReopened]],
    ['leaves closed what was not counted', shut, [], ['rice'], 8, []],
    ['leaves closed what has come whole by now', shut, [], ['coats'], 0, []],
  ])('%s', (_, state, said, counts, left, events) => {
    const known = { closing: said, counted: counts, left: new Map([['coats', left]]) };
    expect(decideLineClosings(state, 'first', known)).toEqual(events);
  });

  it('opens by a reversal only what that count closed', () => {
    expect(reopeningByReversal(shut, 'first')).toEqual([lineReopened]);
    expect(reopeningByReversal(shut, 'second')).toEqual([]);
  });
});
