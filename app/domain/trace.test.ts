import { describe, expect, it } from 'vitest';
import {
  donorTrace,
  hopsOf,
  publicTrace,
  reachedHouseholds,
  scopedHops,
  type TraceLine,
  type TracePoint,
} from './trace';

const depot: TracePoint = { kind: 'stock', placeId: 'depot', divisionCode: '451102000000' };
const road: TracePoint = { kind: 'transit', divisionCode: '451121101202' };
const donor: TracePoint = { kind: 'donor' };
const centre = (divisionCode: string): TracePoint => ({
  kind: 'hold',
  placeId: `centre ${divisionCode}`,
  divisionCode,
});
const home = (divisionCode: string, reachedKey: string): TracePoint => ({
  kind: 'recipient',
  divisionCode,
  reachedKey,
});
const near = '451121101202';
const far = '451122101202';

let count = 0;
function line(
  kind: TraceLine['kind'],
  from: TracePoint,
  to: TracePoint,
  day: string,
  more: Partial<TraceLine> = {},
): TraceLine {
  count += 1;
  const at = new Date(`${day}T02:00:00Z`);
  return {
    movementId: `m${String(count).padStart(4, '0')}`,
    kind,
    from,
    to,
    recordedAt: at,
    occurredAt: at,
    quantity: 1,
    ...more,
  };
}
const handOuts = (village: string, households: number, day = '2026-01-20') =>
  Array.from({ length: households }, (_, index) =>
    line('hand_out', centre(village), home(village, `${village}-${index}`), day),
  );

const way = [
  line('intake', donor, depot, '2026-01-10', { quantity: 40 }),
  line('pack', depot, depot, '2026-01-11', { quantity: 40 }),
  line('hold', depot, { ...depot, kind: 'hold' }, '2026-01-11', { quantity: 40 }),
  line('dispatch', { ...depot, kind: 'hold' }, road, '2026-01-12', { quantity: 40 }),
  line('receive', road, centre(near), '2026-01-14', { quantity: 39 }),
];

describe('hopsOf', () => {
  it('orders by record, adds up lines of one movement between the same ends, and leaves reversals out', () => {
    const wrong = line('receive', road, centre(near), '2026-01-13');
    const undo = line('reverse', centre(near), road, '2026-01-13', { reverses: wrong.movementId });
    const [, , , , receipt] = way;
    const twice = { ...receipt!, quantity: 1 };
    const elsewhere = { ...receipt!, to: depot, quantity: 2 };
    const hops = hopsOf([...way, wrong, undo, twice, elsewhere].reverse());
    expect(hops.map((hop) => [hop.kind, hop.to.placeId, hop.quantity])).toEqual([
      ['intake', 'depot', 40],
      ['pack', 'depot', 40],
      ['hold', 'depot', 40],
      ['dispatch', undefined, 40],
      ['receive', 'depot', 2],
      ['receive', `centre ${near}`, 40],
    ]);
  });

  it('flags times that cannot be', () => {
    const future = line('dispatch', depot, road, '2026-01-12', {
      occurredAt: new Date('2026-01-13T00:00:00Z'),
    });
    const past = line('receive', road, centre(near), '2026-01-14', {
      occurredAt: new Date('2026-01-01T00:00:00Z'),
    });
    expect(hopsOf([future, past]).map((hop) => hop.flags)).toEqual([
      ['in_future'],
      ['before_previous'],
    ]);
    expect(hopsOf(way).flatMap((hop) => hop.flags)).toEqual([]);
  });
});

describe('publicTrace', () => {
  it('shows the way by day and place, and numbers of households alone', () => {
    const trace = publicTrace(
      hopsOf([...way, ...handOuts(near, 6), ...handOuts(near, 5, '2026-01-19')]),
      5,
    );
    expect(trace).toEqual({
      hops: [
        {
          kind: 'intake',
          day: '2026-01-10',
          placeId: 'depot',
          divisionCode: '451102000000',
          quantity: 40,
        },
        {
          kind: 'dispatch',
          day: '2026-01-12',
          placeId: 'depot',
          divisionCode: '451102000000',
          quantity: 40,
        },
        {
          kind: 'receive',
          day: '2026-01-14',
          placeId: `centre ${near}`,
          divisionCode: near,
          quantity: 39,
        },
      ],
      reached: [{ divisionCode: near, households: 6, lastDay: '2026-01-20' }],
      households: 6,
    });
    expect(JSON.stringify(trace)).not.toContain(`${near}-0`);
  });

  it('hides small villages, their days, and the total that would tell', () => {
    const trace = publicTrace(hopsOf([...way, ...handOuts(near, 12), ...handOuts(far, 3)]), 5);
    expect(trace.reached).toEqual([
      { divisionCode: near, households: 12, lastDay: '2026-01-20' },
      { divisionCode: far, households: { fewerThan: 5 } },
    ]);
    expect(trace.households).toEqual({ atLeast: 13 });
    expect(JSON.stringify(trace)).not.toMatch(/"hand_out"|recipient/);
  });
});

describe('reachedHouseholds', () => {
  it('counts a household once, not one that returned all, and nobody unnamed', () => {
    const lines = [
      ...handOuts(near, 7),
      ...handOuts(near, 1),
      line('return', home(near, `${near}-6`), centre(near), '2026-01-21'),
      line('return', home(near, `${near}-0`), centre(near), '2026-01-21'),
      line('hand_out', centre(near), { kind: 'unnamed', divisionCode: near }, '2026-01-21', {
        quantity: 30,
      }),
    ];
    expect(reachedHouseholds(hopsOf(lines), 5)).toEqual({
      cells: [{ key: near, count: 6 }],
      total: 6,
    });
  });

  it('does not count reversed hand-outs', () => {
    const given = handOuts(near, 6);
    const undo = line('reverse', home(near, `${near}-0`), centre(near), '2026-01-21', {
      reverses: given[0]!.movementId,
    });
    expect(reachedHouseholds(hopsOf([...given, undo]), 5).total).toBe(5);
  });
});

describe('views of signed-in readers', () => {
  const hops = hopsOf([...way, ...handOuts(near, 12), ...handOuts(far, 3)]);

  it('tells the donor what each village handed out, and no household', () => {
    const trace = donorTrace(hops, 5);
    expect(trace.handedOut).toEqual([
      { divisionCode: near, quantity: 12, households: 12 },
      { divisionCode: far, quantity: 3, households: { fewerThan: 5 } },
    ]);
    expect(JSON.stringify(trace)).not.toContain(`${near}-0`);
  });

  it.each([
    ['', 20],
    ['4511', 20],
    ['451122', 3],
    ['451102', 4],
    ['4401', 0],
  ])('shows each hop in the division %j alone', (prefix, length) => {
    const shown = scopedHops(hops, prefix);
    expect(shown).toHaveLength(length);
    expect(
      shown.every((hop) =>
        [hop.from, hop.to].some((point) => point.divisionCode?.startsWith(prefix)),
      ),
    ).toBe(true);
  });
});
