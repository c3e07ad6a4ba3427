import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toArea, type Area, type OutlineFeature } from '~/domain/area';
import type { Ground } from '~/domain/location';
import { listCountySeats } from '~db/queries/place-points.server';
import type { OpenBaseMap } from './base-map.server';
import type { ServerEnv } from './env.server';

let prefectures: Area[] | undefined;
/** The operator's, read out of the text that is served: a process has one base map. */
const countiesOf = new WeakMap<OpenBaseMap, Area[]>();

/** What is known of the ground, to judge where a point lies. The outlines are read once: they are part of the program. */
export async function readGround({
  db,
  baseMap,
}: Pick<ServerEnv, 'db' | 'baseMap'>): Promise<Ground> {
  prefectures ??= toAreas(
    readFileSync(join(process.cwd(), 'public/geo/prefectures.geojson'), 'utf8'),
  );
  const counties = countiesOf.get(baseMap) ?? (baseMap.counties ? toAreas(baseMap.counties) : []);
  countiesOf.set(baseMap, counties);
  return { prefectures, counties, seats: await listCountySeats(db) };
}

function toAreas(geojson: string): Area[] {
  const { features } = JSON.parse(geojson) as { features: OutlineFeature[] };
  return features.map(toArea);
}
