import { toWgs84, type GivenPoint } from '~/domain/coordinates';
import { levelOf } from '~/domain/division';
import { doubtLocation, refuseOutside } from '~/domain/location';
import { ok, type Result } from '~/domain/result';
import { findPath } from '~db/queries/divisions.server';
import { findGivenPoint } from '~db/queries/place-points.server';
import type { ServerEnv } from './env.server';
import type { PostedForm } from './form.server';
import { readGround } from './ground.server';

interface Located {
  divisionCode: string;
  coordinates: GivenPoint | undefined;
}

/** The person looked at the doubt and says that the point is right. */
const CONFIRMED = 'pointConfirmed';

/**
 * Whether the point that a form gives a place can be there. In the sea or in another province it is refused at `latitude`;
 * a doubt about the county is asked at `pointConfirmed`, until that is ticked. A point already saved is not asked again.
 */
export async function checkLocation(
  env: ServerEnv,
  { fields }: PostedForm,
  { divisionCode, coordinates }: Located,
  placeId?: string,
): Promise<Result<void>> {
  if (!coordinates) return ok(undefined);
  const saved = placeId === undefined ? undefined : await findGivenPoint(env.db, placeId);
  if (saved && isSame(saved, coordinates)) return ok(undefined);
  const ground = await readGround(env);
  const point = toWgs84(coordinates);
  const outside = refuseOutside(point, ground);
  if (outside) return { ok: false, error: { ...outside, field: 'latitude' } };
  if (fields.get(CONFIRMED) === 'on') return ok(undefined);
  const county = (await findPath(env.db, divisionCode)).find(
    ({ code }) => levelOf(code) === 'county',
  );
  // 东莞 and 中山 have no counties, and a place of a whole prefecture may lie anywhere in it.
  if (!county) return ok(undefined);
  const doubt = doubtLocation(point, { divisionCode, countyName: county.name }, ground);
  return doubt ? { ok: false, error: { ...doubt, field: CONFIRMED } } : ok(undefined);
}

function isSame(a: GivenPoint, b: GivenPoint): boolean {
  return a.latitude === b.latitude && a.longitude === b.longitude && a.datum === b.datum;
}

/** The button that a form offers when latitude and longitude look swapped. */
export function swapIfAsked({ fields }: PostedForm): void {
  if (fields.get('pointFix') !== 'swap') return;
  const [latitude, longitude] = [fields.get('latitude'), fields.get('longitude')];
  if (latitude === null || longitude === null) return;
  fields.set('latitude', longitude);
  fields.set('longitude', latitude);
}
