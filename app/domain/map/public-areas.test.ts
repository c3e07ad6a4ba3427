import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PublicCount } from '../suppression';
import type { Need, Picture, PlaceHead } from './picture';
import { publicAreas, publicShade, type PublicArea } from './public-areas';

const THRESHOLD = 5;

interface Centre {
  township: number;
  heads: number;
  arrived: number;
}

function pictureOf(centres: readonly Centre[]): Picture {
  const heads = new Map<string, PlaceHead>();
  const needs = new Map<string, Need[]>();
  centres.forEach(({ township, heads: headCount, arrived }, at) => {
    const id = `c${at}`;
    heads.set(id, {
      id,
      name: id,
      kind: 'centre',
      organisationId: id,
      divisionCode: `45112210${township}201`,
      endedOn: null,
      longitude: 111,
      latitude: 24,
      precision: 'pinned',
    });
    const gift = {
      donationId: 'd',
      donorId: null,
      fromPlaceId: 'p',
      allocated: 10,
      valueFen: 70 * arrived,
    };
    needs.set(id, [
      {
        requestId: id,
        campaignId: null,
        group: 'children',
        urgency: 'normal',
        needBy: '2026-12-01',
        headCount,
        open: true,
        lines: [{ itemId: 'i', approved: 10, gifts: [{ ...gift, arrived }] }],
      },
    ]);
  });
  return {
    version: 1,
    heads,
    needs,
    stock: new Map(),
    roads: new Map(),
    divisionNames: new Map(),
    divisionPoints: new Map(),
    lateAfter: [],
  };
}

const pictures = fc.array(
  fc.record({
    township: fc.integer({ min: 0, max: 4 }),
    heads: fc.integer({ min: 1, max: 14 }),
    arrived: fc.constantFrom(0, 5, 10),
  }),
  { minLength: 1, maxLength: 9 },
);
const waitingOf = ({ heads, arrived }: Centre) => Math.ceil(heads * (1 - arrived / 10) - 1e-9);
const exact = (count: PublicCount) => (typeof count === 'number' ? count : undefined);

describe('the public map', () => {
  it('shows numbers of five and more alone, and no hidden one by subtraction', () => {
    fc.assert(
      fc.property(pictures, (centres) => {
        const [county] = publicAreas(pictureOf(centres), THRESHOLD, '2026-11-20');
        if (!county) throw new Error('no county');
        const hidden = county.townships.filter((area) => exact(area.waiting) === undefined);
        for (const area of county.townships) {
          const shown = exact(area.waiting);
          if (shown !== undefined) expect(shown === 0 || shown >= THRESHOLD).toBe(true);
          else expect(area.fill).toBeNull();
        }
        const truth = centres.reduce((sum, centre) => sum + waitingOf(centre), 0);
        // An exact sum beside a hidden part would give that part away.
        if (hidden.length > 0) expect(exact(county.waiting)).toBeUndefined();
        else expect(exact(county.waiting)).toBe(truth);
        if (county.townships.some((area) => area.fill === null)) expect(county.fill).toBeNull();
        for (const area of [county, ...county.townships]) {
          expect(area.valueFen === null).toBe(area.fill === null);
          // The shade of a hidden number is the same for all of them.
          if (typeof area.waiting !== 'number' && 'fewerThan' in area.waiting) {
            expect(publicShade(area, 'need')).toBe(0);
          }
        }
        if (county.valueFen !== null) {
          const value = centres.reduce((sum, centre) => sum + 70 * centre.arrived, 0);
          expect(county.valueFen).toBe(value);
        }
      }),
    );
  });

  it('shades an area by what its row says', () => {
    const area: PublicArea = {
      divisionCode: '451122101000',
      waiting: { atLeast: 20 },
      fill: 40,
      valueFen: 700,
      centres: 2,
    };
    const shades = (['none', 'need', 'fill', 'value'] as const).map((by) => publicShade(area, by));
    expect(shades).toEqual([null, 20, 40, 700]);
    expect(publicShade({ ...area, waiting: 31 }, 'need')).toBe(31);
    expect(publicShade({ ...area, fill: null }, 'fill')).toBeNull();
  });

  it('does not tell how many were served where they are few', () => {
    const [county] = publicAreas(
      pictureOf([{ township: 1, heads: 8, arrived: 5 }]),
      THRESHOLD,
      '2026-11-20',
    );
    expect(county?.townships[0]).toMatchObject({ waiting: { fewerThan: 5 }, fill: null });
    const [large] = publicAreas(
      pictureOf([{ township: 1, heads: 40, arrived: 5 }]),
      THRESHOLD,
      '2026-11-20',
    );
    expect(large).toMatchObject({ waiting: 20, fill: 50, centres: 1 });
  });

  it('leaves out a township where all of a few are served', () => {
    const few = pictureOf([
      { township: 1, heads: 3, arrived: 10 },
      { township: 2, heads: 30, arrived: 0 },
    ]);
    const [county] = publicAreas(few, THRESHOLD, '2026-11-20');
    expect(county?.townships.map((area) => area.divisionCode)).toEqual(['451122102000']);
    expect(county?.fill).toBeNull();
  });
});
