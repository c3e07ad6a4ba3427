import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toArea, type Area, type OutlineFeature } from '~/domain/area';
import type { Ground } from '~/domain/location';
import { listCountySeats } from '~db/queries/place-points.server';
import type { ServerEnv } from './env.server';

let prefectures: Area[] | undefined;

/** What is known of the ground, to judge where a point lies. The outlines are read once: they are part of the program. */
export async function readGround({ db }: Pick<ServerEnv, 'db'>): Promise<Ground> {
  prefectures ??= readOutlines(join(process.cwd(), 'public/geo/prefectures.geojson'));
  return { prefectures, counties: [], seats: await listCountySeats(db) };
}

function readOutlines(file: string): Area[] {
  const { features } = JSON.parse(readFileSync(file, 'utf8')) as { features: OutlineFeature[] };
  return features.map(toArea);
}
