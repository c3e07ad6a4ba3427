import { ancestry, disambiguated, levelOf } from '~/domain/division';
import { findPaths } from '~db/queries/divisions.server';
import type { ServerEnv } from '~/server/env.server';

export interface DivisionChoice {
  code: string;
  name: string;
}

/** The prefectures and counties that hold a place goods can go to: what a donor may sensibly bind goods to. */
export async function divisionChoices(
  db: ServerEnv['db'],
  places: readonly { divisionCode: string }[],
): Promise<DivisionChoice[]> {
  const codes = new Set(
    places
      .flatMap((place) => ancestry(place.divisionCode))
      .filter((code) => ['prefecture', 'county'].includes(levelOf(code))),
  );
  const paths = await findPaths(db, [...codes].sort());
  return [...paths].map(([code, path]) => ({
    code,
    name: [...disambiguated(path)].reverse().join(' '),
  }));
}
