import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillBands, mapLayers, shadeLevels, shadings, type MapFilter, type MapView } from '../map';
import { programmeGroups } from '../organisation';
import { urgencies } from '../request';
import { filterNames } from './address-parts';
import { readMapView, writeFilter, writeMapView } from './map-address';
import { fitWindow, mercatorY, readWindow, twoProvinces } from './map-window';

const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const day = fc.constantFrom('2026-01-31', '2026-12-01');
const code = fc.constantFrom('45', '4511', '451121', '451121103', '451121103201');

const views = fc
  .record({
    filter: fc.record({
      campaignId: maybe(fc.uuid()),
      itemId: maybe(fc.uuid()),
      group: maybe(fc.constantFrom(...programmeGroups)),
      urgency: maybe(fc.constantFrom(...urgencies)),
      needBy: maybe(day),
      fill: maybe(fc.constantFrom(...fillBands)),
      divisionPrefix: maybe(code),
    }),
    layers: fc.subarray([...mapLayers]),
    shading: fc.constantFrom(...shadings),
    shadeBy: fc.constantFrom(...shadeLevels),
    centre: maybe(fc.uuid()),
    window: fc.constantFrom(
      { west: 111, south: 24, east: 112.5, north: 25.25, zoom: 9 },
      undefined,
    ),
  })
  .map((view) => JSON.parse(JSON.stringify(view)) as MapView);

/** Every filter there is: one more in the type asks for one more here. */
const everyFilter: Required<MapFilter> = {
  campaignId: '01890000-0000-7000-8000-000000000001',
  itemId: '01890000-0000-7000-8000-000000000002',
  group: 'children',
  urgency: 'urgent',
  needBy: '2026-01-31',
  fill: 'none',
  divisionPrefix: '4511',
};

describe('the address of the map', () => {
  it('names its filters as the browser does, and each alone is read, or told where it is wrong', () => {
    const written = writeFilter(everyFilter);
    expect([...written.keys()].sort()).toEqual([...filterNames].sort());
    for (const name of filterNames) {
      const right = readMapView(new URLSearchParams({ [name]: written.get(name) ?? '' }));
      expect([name, writeFilter(right.view.filter).toString(), right.notes]).toEqual([
        name,
        new URLSearchParams({ [name]: written.get(name) ?? '' }).toString(),
        [],
      ]);
      const wrong = readMapView(new URLSearchParams({ [name]: '?' }));
      expect(wrong.view.filter).toEqual({});
      expect(wrong.notes.map(({ code, field }) => [code, field])).toEqual([['map.filter', name]]);
    }
  });

  it('holds all of a view', () => {
    fc.assert(
      fc.property(views, (view) => {
        const read = readMapView(new URLSearchParams(writeMapView(view).toString()));
        expect(read).toEqual({ view, notes: [] });
      }),
    );
  });

  it('is empty for the usual view', () => {
    const { view } = readMapView(new URLSearchParams());
    expect(writeMapView(view).toString()).toBe('');
  });

  it('leaves out what is wrong alone, and says so', () => {
    const { view, notes } = readMapView(
      new URLSearchParams('campaign=1&urgency=urgent&division=9&shading=all&layers=roads,moon'),
    );
    expect(view.filter).toEqual({ urgency: 'urgent' });
    expect(notes.map((note) => note.field)).toEqual(['campaign', 'division', 'layers', 'shading']);
  });

  it('takes the first of a filter that stands there twice, and says so', () => {
    const { view, notes } = readMapView(
      new URLSearchParams('division=4511&division=4404&urgency=&urgency=urgent&fill=met&fill=met'),
    );
    expect(view.filter).toEqual({ divisionPrefix: '4511', urgency: 'urgent', fill: 'met' });
    expect(notes).toEqual([{ code: 'map.repeated', field: 'division' }]);
  });

  it('takes the boxes of a form', () => {
    const { view } = readMapView(new URLSearchParams('layers=roads&layers=centres'));
    expect(view.layers).toEqual(['centres', 'roads']);
  });

  it('survives any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (bbox, zoom) => {
        readMapView(new URLSearchParams({ bbox, zoom, centre: bbox, needBy: zoom }));
      }),
    );
  });
});

describe('a window', () => {
  it.each([
    ['1,2,3', '8'],
    ['1,2,3,x', '8'],
    ['112,24,111,25', '8'],
    ['111,25,112,24', '8'],
    ['111,24,112,25', 'near'],
    ['111,24,112,25', ''],
    ['111,24,112,25', null],
    ['200,24,300,25', '8'],
    [',,,', '8'],
    ['NaN,Infinity,1,1', '8'],
  ])('that cannot be read is left out and told: %s at %s', (bbox, zoom) => {
    const read = readWindow(bbox, zoom);
    expect(read.window).toBeUndefined();
    expect(read.notes.map((note) => note.code)).toEqual(['map.window']);
  });

  it('is clamped to the nearest and farthest zoom', () => {
    expect(readWindow('111,24,111.1,24.1', '99')).toMatchObject({
      window: { zoom: 15 },
      notes: [{ code: 'map.zoom', facts: { zoom: 18 } }, { code: 'map.window_large' }],
    });
    expect(readWindow('111,24,112,25', '-3').window?.zoom).toBe(0);
  });

  it('of the whole world is seen from afar, whatever zoom is asked for', () => {
    expect(readWindow('-180,-90,180,90', '2').notes).toEqual([]);
    const { window, notes } = readWindow('-1e9,-1e9,1e9,1e9', '12');
    expect(notes.map((note) => note.code)).toEqual(['map.window_large']);
    expect(window).toMatchObject({ west: -180, east: 180, zoom: 4 });
  });

  it('fits any points on the screen', () => {
    const points = fc.array(
      fc.record({
        longitude: fc.double({ min: 104, max: 118, noNaN: true }),
        latitude: fc.double({ min: 20, max: 27, noNaN: true }),
      }),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(points, (all) => {
        const window = fitWindow(all);
        for (const { longitude, latitude } of all) {
          expect(window.west).toBeLessThanOrEqual(longitude + 1e-9);
          expect(window.east).toBeGreaterThanOrEqual(longitude - 1e-9);
          expect(mercatorY(window.north)).toBeLessThanOrEqual(mercatorY(latitude) + 1e-12);
          expect(mercatorY(window.south)).toBeGreaterThanOrEqual(mercatorY(latitude) - 1e-12);
        }
      }),
    );
    expect(fitWindow([])).toEqual(twoProvinces);
  });
});
