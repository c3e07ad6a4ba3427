import { describe, expect, it } from 'vitest';
import {
  foldSignOff,
  outcomeRefusal,
  reverseSignOff,
  signOffSchema,
  signOffStatuses,
  type SignOffEvent,
  type SignOffStatus,
} from './sign-off';

const posted: SignOffEvent = { type: 'posted', payload: { movementId: 'm' } };
const disputed: SignOffEvent = { type: 'disputed', payload: { code: 'handout.more_than_request' } };
const reversed: SignOffEvent = {
  type: 'reversed',
  payload: { reason: 'wrong_person', movementId: 'n' },
};
const ways: Record<SignOffStatus, SignOffEvent[]> = {
  posted: [posted],
  disputed: [disputed],
  reversed: [posted, reversed],
};
const possible: Record<SignOffStatus, SignOffStatus[]> = {
  posted: ['reversed'],
  disputed: ['posted', 'reversed'],
  reversed: [],
};

describe('foldSignOff', () => {
  it.each(
    signOffStatuses.flatMap((status) =>
      [posted, disputed, reversed].map((event) => ({ status, event })),
    ),
  )('from $status by $event.type', ({ status, event }) => {
    const fold = () => foldSignOff([...ways[status], event]);
    if (possible[status].includes(event.type))
      expect(fold()).toEqual({ status: event.type, version: ways[status].length + 1 });
    else expect(fold).toThrow(status);
  });

  it('needs a beginning, which is no reversal', () => {
    expect(() => foldSignOff([])).toThrow('without events');
    expect(() => foldSignOff([reversed])).toThrow('none');
  });

  it.each(signOffStatuses)('reverses what is not reversed: %s', (status) => {
    const result = reverseSignOff(foldSignOff(ways[status]), 'wrong_person', 'n');
    if (status === 'reversed')
      expect(result).toEqual({ ok: false, error: { code: 'record.status', facts: { status } } });
    else expect(result).toEqual({ ok: true, value: reversed });
  });
});

describe('outcomeRefusal', () => {
  it.each([
    ['full', 2, 2, undefined],
    ['full', 1, 2, 'sign_off.not_full'],
    ['full', 3, 2, 'sign_off.not_full'],
    ['full', 0, 0, 'handout.nothing_left'],
    ['partial', 1, 2, undefined],
    ['partial', 2, 2, 'sign_off.not_partial'],
    ['partial', 0, 2, 'sign_off.not_partial'],
    ['refused', 0, 2, undefined],
    ['refused', 1, 2, 'sign_off.nothing_expected'],
    ['absent', 0, 2, undefined],
    ['absent', 2, 2, 'sign_off.nothing_expected'],
    ['partial', 0.5, 2, 'quantity.not_whole'],
    ['refused', -1, 2, 'quantity.not_whole'],
  ] as const)('%s, %d of %d: %s', (outcome, quantity, left, code) => {
    expect(outcomeRefusal(outcome, quantity, left)?.code).toBe(code);
  });
});

describe('signOffSchema', () => {
  const form = {
    signOffId: '0190a000-0000-7000-8000-000000000001',
    handoutLineId: '0190a000-0000-7000-8000-000000000002',
    outcome: 'full',
    leftSeen: '2',
    typedName: '韦小妹',
    signedAt: '2026-01-10T09:30:00+08:00',
  };

  it('reads one collected in person and one by a proxy', () => {
    expect(signOffSchema.parse(form)).toMatchObject({ quantity: 2, collectedBy: 'self' });
    const proxy = {
      ...form,
      collectedBy: 'proxy',
      proxyName: ' 李四 ',
      proxyRelationship: 'guardian',
    };
    expect(signOffSchema.parse(proxy)).toMatchObject({
      proxyName: '李四',
      proxyRelationship: 'guardian',
    });
  });

  it.each([
    [
      { collectedBy: 'proxy', proxyRelationship: 'guardian' },
      'proxyName',
      'sign_off.proxy_name_missing',
    ],
    [
      { collectedBy: 'proxy', proxyName: '李四' },
      'proxyRelationship',
      'sign_off.proxy_relationship_missing',
    ],
    [
      { collectedBy: 'proxy', proxyName: '李四', proxyRelationship: 'guardian', outcome: 'absent' },
      'collectedBy',
      'sign_off.absent_with_proxy',
    ],
    [
      { collectedBy: 'proxy', proxyName: '李四', proxyRelationship: 'boss' },
      'proxyRelationship',
      'form.unknown_choice',
    ],
    [{ outcome: 'some' }, 'outcome', 'form.unknown_choice'],
    [{ outcome: 'partial', quantity: '-1' }, 'quantity', 'quantity.not_positive'],
    [{ outcome: 'partial', quantity: '1.5' }, 'quantity', 'quantity.not_whole'],
    [{ outcome: 'partial', quantity: 'two' }, 'quantity', 'quantity.not_a_number'],
    [{ typedName: ' ' }, 'typedName', 'sign_off.signature_missing'],
    [{ signedAt: 'yesterday' }, 'signedAt', 'form.not_a_time'],
    [{ signOffId: 'x' }, 'signOffId', 'form.unknown_choice'],
  ])('refuses %j', (change, field, code) => {
    const result = signOffSchema.safeParse({ ...form, ...change });
    expect(result.error?.issues.map((issue) => [issue.path[0], issue.message])).toEqual([
      [field, code],
    ]);
  });
});
