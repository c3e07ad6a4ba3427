import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roles, type Role, type Scope } from '../actor';
import { areaShades } from './areas';
import { fillBandOf, fillPercent } from './centre-figures';
import { donationLens, lensOf } from './lens';
import type { Gift, Need, Picture, PlaceHead, Road } from './picture';
import { seen } from './seen';

const TODAY = '2026-11-20';
const ZHONGSHAN = '451122109201';
const ZHAOPING = '451121103201';

const place = (id: string, divisionCode: string, over: Partial<PlaceHead> = {}): PlaceHead => ({
  id,
  name: id,
  kind: 'centre',
  organisationId: `of ${id}`,
  divisionCode,
  endedOn: null,
  longitude: 111.3,
  latitude: 24.5,
  precision: 'pinned',
  ...over,
});
const gift = (donorId: string, allocated: number, arrived: number): Gift => ({
  donationId: `donation of ${donorId}`,
  donorId,
  fromPlaceId: 'depot',
  allocated,
  arrived,
  valueFen: arrived * 100,
});
const need = (over: Partial<Need> = {}): Need => ({
  requestId: 'r',
  campaignId: 'winter',
  group: 'children',
  urgency: 'urgent',
  needBy: '2026-12-01',
  headCount: 30,
  open: true,
  lines: [{ itemId: 'coat', approved: 10, gifts: [gift('zhihui', 9, 9)] }],
  ...over,
});
const road = (over: Partial<Road> = {}): Road => ({
  shipmentId: 's',
  fromPlaceId: 'depot',
  toPlaceId: 'b',
  status: 'dispatched',
  dispatchedOn: '2026-11-19',
  needBy: null,
  donationIds: ['donation of fushun'],
  donorIds: ['fushun'],
  itemIds: ['rice'],
  campaignIds: [],
  ...over,
});
/** A row of the parameter: so many days, in a region, since a day. */
const lateAfter = (regionPrefix: string, days: number, validFrom = '2020-01-01') => ({
  code: 'shipment.late_after',
  regionPrefix,
  validFrom,
  validTo: null,
  value: days,
  unit: 'days',
  source: 'the test',
});
const picture: Picture = {
  version: 1,
  heads: new Map(
    [
      place('depot', '451102000000', { kind: 'depot' }),
      place('a', ZHONGSHAN),
      place('b', ZHAOPING),
      place('over', ZHAOPING, { endedOn: TODAY }),
    ].map((one) => [one.id, one]),
  ),
  needs: new Map([
    ['a', [need()]],
    ['b', [need({ campaignId: null, lines: [{ itemId: 'rice', approved: 4, gifts: [] }] })]],
  ]),
  stock: new Map([
    ['depot', [{ itemId: 'rice', donationId: 'donation of fushun', donorId: 'fushun' }]],
  ]),
  roads: new Map([['s', road()]]),
  divisionNames: new Map(),
  divisionPoints: new Map(),
  lateAfter: [lateAfter('', 7), lateAfter('45', 14, '2026-12-01'), lateAfter('451122', 3)],
};
const scope = (role: Role, organisationId = 'nobody', divisionPrefix = ''): Scope => ({
  userId: 'u',
  organisationId,
  role,
  divisionPrefix,
});
const look = (reader: Scope, filter = {}, own: string[] = []) =>
  seen(picture, lensOf(reader, new Set(own)), filter, TODAY);
const ids = (list: { place: PlaceHead }[]) => list.map((one) => one.place.id);

describe('who sees what on the map', () => {
  it('an administrator sees every place that has not ended', () => {
    const all = look(scope('administrator'));
    expect([ids(all.centres), ids(all.depots), all.roads.length]).toEqual([
      ['a', 'b'],
      ['depot'],
      1,
    ]);
  });

  it('a county officer sees her county alone', () => {
    const county = look(scope('bureau_officer', 'bureau', '451122'));
    expect([ids(county.centres), ids(county.depots), county.roads]).toEqual([['a'], [], []]);
  });

  it('a forged division shows nothing beyond the scope', () => {
    const reader = scope('bureau_officer', 'bureau', '451122');
    expect(look(reader, { divisionPrefix: '451121' }).centres).toEqual([]);
    expect(ids(look(reader, { divisionPrefix: '45' }).centres)).toEqual(['a']);
  });

  it('a foundation sees where its goods went, and of the needs nothing', () => {
    const zhihui = look(scope('foundation_staff', 'zhihui'));
    expect(ids(zhihui.centres)).toEqual(['a']);
    expect(zhihui.centres[0]).toMatchObject({ fill: 100, persons: 0, urgency: undefined });
    expect([zhihui.depots, zhihui.roads]).toEqual([[], []]);
    const fushun = look(scope('foundation_staff', 'fushun'));
    expect([ids(fushun.centres), ids(fushun.depots), fushun.roads.length]).toEqual([
      ['b'],
      ['depot'],
      1,
    ]);
    expect(look(scope('foundation_staff', 'another'))).toEqual({
      centres: [],
      depots: [],
      roads: [],
    });
  });

  it('a foundation cannot ask by urgency, group or day', () => {
    const reader = scope('foundation_staff', 'zhihui');
    const filter = { urgency: 'critical', group: 'women', needBy: '2020-01-01' } as const;
    expect(look(reader, filter)).toEqual(look(reader));
  });

  it('a centre sees itself and what comes to it', () => {
    const own = look(scope('centre_coordinator', 'of b'));
    expect([ids(own.centres), ids(own.depots), own.roads.length]).toEqual([['b'], [], 1]);
  });

  it('a depot sees itself and where the goods allocated from it went', () => {
    const own = look(scope('depot_staff', 'of depot'), {}, ['depot']);
    expect([ids(own.centres), ids(own.depots)]).toEqual([['a', 'b'], ['depot']]);
    expect(look(scope('depot_staff', 'other')).centres).toEqual([]);
  });

  it('a donation is seen by its donor whole, by others within what they see', () => {
    const of = (reader: Scope, isDonor: boolean) =>
      ids(
        seen(
          picture,
          donationLens('donation of zhihui', lensOf(reader, new Set()), isDonor),
          {},
          TODAY,
        ).centres,
      );
    expect(of(scope('foundation_staff', 'zhihui'), true)).toEqual(['a']);
    expect(of(scope('bureau_officer', 'bureau', '451121'), false)).toEqual([]);
    expect(of(scope('foundation_staff', 'fushun'), false)).toEqual([]);
  });

  it.each(roles)('%s without a place or a gift sees no centre of others', (role) => {
    if (role === 'administrator') return;
    expect(look(scope(role, 'nobody', '4599')).centres).toEqual([]);
  });
});

describe('figures', () => {
  it('persons waiting are rounded up, and never by a rounding error', () => {
    expect(look(scope('administrator')).centres[0]).toMatchObject({ persons: 3, fill: 90 });
  });

  it.each([
    [{ campaignId: 'winter' }, ['a']],
    [{ campaignId: 'other' }, []],
    [{ itemId: 'rice' }, ['b']],
    [{ urgency: 'urgent' }, ['a', 'b']],
    [{ urgency: 'critical' }, []],
    [{ needBy: '2026-11-30' }, []],
    [{ group: 'elderly' }, []],
    [{ fill: 'none' }, ['b']],
    [{ fill: 'over_half' }, ['a']],
  ] as const)('filter %o leaves %o', (filter, left) => {
    expect(ids(look(scope('administrator'), filter).centres)).toEqual(left);
  });

  it('a delivery is late after its day of need, or the days its destination gives it', () => {
    const late = (over: Partial<Road>, today = TODAY) =>
      seen(
        { ...picture, roads: new Map([['s', road(over)]]) },
        lensOf(scope('administrator'), new Set()),
        {},
        today,
      ).roads[0]?.late;
    expect(late({})).toBe(false);
    expect(late({ dispatchedOn: '2026-11-12' })).toBe(true);
    expect(late({ needBy: '2026-11-19' })).toBe(true);
    expect(late({ needBy: TODAY })).toBe(false);
    // Two weeks in all of Guangxi from December on; three days in the county of `a`.
    expect(late({ dispatchedOn: '2026-11-23' }, '2026-12-02')).toBe(false);
    expect(late({ dispatchedOn: '2026-11-17', toPlaceId: 'a' })).toBe(false);
    expect(late({ dispatchedOn: '2026-11-16', toPlaceId: 'a' })).toBe(true);
  });

  it('nothing and everything alone are 0 and 100 percent', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (weight, share) => {
          const met = weight * share;
          const fill = fillPercent(met, weight);
          expect(fill === 0).toBe(met <= 0);
          expect(fill === 100).toBe(met >= weight);
          expect(['none', 'met'].includes(fillBandOf(fill ?? -1))).toBe(fill === 0 || fill === 100);
        },
      ),
    );
    expect(fillPercent(0, 0)).toBeNull();
  });

  it('areas are the sums of their centres', () => {
    const { centres } = look(scope('administrator'));
    const name = (code: string) => code;
    const seat = { latitude: 24.2, longitude: 110.8 };
    const point = (code: string) => (code === '451121000000' ? seat : undefined);
    expect(areaShades(centres, 'need', 'county', name, point)).toEqual([
      { divisionCode: '451121000000', name: '451121000000', value: 30, ...seat },
      { divisionCode: '451122000000', name: '451122000000', value: 3 },
    ]);
    expect(areaShades(centres, 'fill', 'prefecture', name, point)).toMatchObject([
      { divisionCode: '451100000000', value: 45 },
    ]);
    expect(areaShades(centres, 'value', 'prefecture', name, point)).toMatchObject([{ value: 900 }]);
    expect(areaShades(centres, 'none', 'county', name, point)).toEqual([]);
  });
});
