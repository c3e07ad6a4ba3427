import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SeenCentre } from '~/domain/map/seen';
import { clustersOf } from './map-clusters.server';

const world = { west: -180, south: -85, east: 180, north: 85 };

const centres = fc.array(
  fc
    .record({
      longitude: fc.double({ min: 104, max: 118, noNaN: true }),
      latitude: fc.double({ min: 20, max: 27, noNaN: true }),
      persons: fc.nat(500),
      weight: fc.nat(900),
      share: fc.constantFrom(0, 0.25, 1),
    })
    .map(({ longitude, latitude, persons, weight, share }): SeenCentre => {
      const place = {
        id: 'id',
        name: 'name',
        kind: 'centre' as const,
        organisationId: 'o',
        divisionCode: '451121103201',
        endedOn: null,
        longitude,
        latitude,
        precision: 'pinned' as const,
      };
      const none = { valueFen: 0, reached: false, urgency: undefined, needBy: undefined };
      const figures = { persons, weight, met: weight * share, counted: true, fill: 50 };
      return { place, ...none, ...figures, onTheRoad: 0 };
    }),
  { maxLength: 300 },
);

it('the sums of the marks are the sums of the centres, at every zoom', () => {
  fc.assert(
    fc.property(centres, fc.integer({ min: 0, max: 18 }), (all, zoom) => {
      const marks = clustersOf(all).marks({ ...world, zoom });
      const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
      expect(sum(marks.map((mark) => (mark.kind === 'cluster' ? mark.centres : 1)))).toBe(
        all.length,
      );
      expect(sum(marks.map((mark) => mark.persons))).toBe(sum(all.map((one) => one.persons)));
    }),
    { numRuns: 60 },
  );
});

it('a cluster without needs has no fill, and one met whole is met', () => {
  fc.assert(
    fc.property(centres, (all) => {
      const same = all.map((one) => ({ ...one, met: one.weight }));
      for (const mark of clustersOf(same).marks({ ...world, zoom: 2 })) {
        if (mark.kind === 'cluster') expect([null, 100]).toContain(mark.fill);
      }
    }),
    { numRuns: 30 },
  );
});

it('centres at one point stand alone when near', () => {
  const [one] = fc.sample(centres, 200).find((list) => list.length > 0) ?? [];
  if (!one) throw new Error('no sample');
  const index = clustersOf([one, one, one]);
  expect(index.marks({ ...world, zoom: 13 })).toHaveLength(1);
  expect(index.marks({ ...world, zoom: 14 })).toHaveLength(3);
});
