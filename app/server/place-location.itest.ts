import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { place } from '~db/schema/organisation';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import { makeWorld } from '~db/testing/world.server';
import { openBaseMap } from './base-map.server';
import type { ServerEnv } from './env.server';
import { checkLocation, swapIfAsked } from './place-location.server';
import { readSettings } from './settings.server';

let test: TestDatabase;
let env: ServerEnv;
beforeAll(async () => {
  test = await createTestDatabase();
  env = { db: test.db, baseMap: openBaseMap(readSettings('demo', {}).map) } as ServerEnv;
});
afterAll(() => test.drop());

const posted = (values: Record<string, string> = {}) => {
  const fields = new FormData();
  for (const [name, value] of Object.entries(values)) fields.set(name, value);
  return { intent: '', fields };
};
const at = (latitude: number, longitude: number) => ({
  latitude,
  longitude,
  datum: 'WGS84' as const,
});
const ZHONGSHAN = '451122109204';

describe('where a place is said to be', () => {
  it.each([
    ['nowhere', ZHONGSHAN, undefined, undefined],
    ['at home', ZHONGSHAN, at(24.53, 111.3), undefined],
    ['in the sea', ZHONGSHAN, at(20.8, 108.6), 'latitude coordinates.sea'],
    ['in Hunan', ZHONGSHAN, at(26.9, 112.6), 'latitude coordinates.outside'],
    ['at Fuchuan', ZHONGSHAN, at(24.81, 111.29), 'pointConfirmed coordinates.nearer_county'],
    ['in Guilin', ZHONGSHAN, at(25.28, 110.29), 'pointConfirmed coordinates.other_prefecture'],
    ['in Dongguan, a place of Dongguan', '441900003001', at(23.02, 113.75), undefined],
    ['anywhere, a place of a whole prefecture', '451100000000', at(25.28, 110.29), undefined],
  ])('%s', async (_, divisionCode, coordinates, expected) => {
    const result = await checkLocation(env, posted(), { divisionCode, coordinates });
    expect(result.ok ? undefined : `${result.error.field} ${result.error.code}`).toBe(expected);
  });

  it('is believed once the person confirms it, and asked no more when saved; the sea never is', async () => {
    const sure = posted({ pointConfirmed: 'on' });
    const guilin = { divisionCode: ZHONGSHAN, coordinates: at(25.28, 110.29) };
    expect(await checkLocation(env, sure, guilin)).toMatchObject({ ok: true });
    const { centre } = await makeWorld(test);
    await test.db
      .update(place)
      .set({ ...guilin.coordinates, precision: 'pinned' })
      .where(eq(place.id, centre.id));
    expect(await checkLocation(env, posted(), guilin, centre.id)).toMatchObject({ ok: true });
    const sea = { ...guilin, coordinates: at(20.8, 108.6) };
    expect(await checkLocation(env, sure, sea, centre.id)).toMatchObject({ ok: false });
  });

  it('goes by the operator’s county polygons, where there are any', async () => {
    const box = [
      [111, 24],
      [112, 24],
      [112, 25],
      [111, 25],
      [111, 24],
    ];
    const county = (code: string, name: string) => ({
      type: 'Feature',
      properties: { code, name },
      geometry: { type: 'Polygon', coordinates: [box] },
    });
    const within = (features: object[]) => {
      const counties = JSON.stringify({ type: 'FeatureCollection', features });
      return { ...env, baseMap: { ...env.baseMap, counties } };
    };
    const nearFuchuan = { divisionCode: ZHONGSHAN, coordinates: at(24.81, 111.29) };
    const own = within([county('451122000000', '钟山县')]);
    expect(await checkLocation(own, posted(), nearFuchuan)).toMatchObject({ ok: true });
    const other = within([county('451123000000', '富川瑶族自治县')]);
    expect(await checkLocation(other, posted(), nearFuchuan)).toMatchObject({
      error: { code: 'coordinates.other_county', facts: { where: '富川瑶族自治县' } },
    });
  });

  it('is swapped when the form asks for it', () => {
    const asked = posted({ latitude: '111.5', longitude: '24.4', pointFix: 'swap' });
    swapIfAsked(asked);
    expect([asked.fields.get('latitude'), asked.fields.get('longitude')]).toEqual([
      '24.4',
      '111.5',
    ]);
    const unasked = posted({ latitude: '111.5', longitude: '24.4' });
    swapIfAsked(unasked);
    expect(unasked.fields.get('latitude')).toBe('111.5');
  });
});
