import { and, asc, eq, gt, isNull, or } from 'drizzle-orm';
import type { Scope } from '~/domain/actor';
import { isGovernment } from '~/domain/organisation';
import type { Database, Tx } from '~db/client.server';
import { organisation, place } from '~db/schema/organisation';

export interface GoodsPlaceChoice {
  id: string;
  name: string;
  kind: 'depot' | 'centre';
  divisionCode: string;
  /** A state body's: donees of this kind need the donor's wish. */
  government: boolean;
}

/** Depots first, then centres: every place in use on `today` that goods can be given to. Open to every signed-in reader. */
export async function listGoodsPlaces(
  db: Database | Tx,
  _scope: Scope,
  today: string,
): Promise<GoodsPlaceChoice[]> {
  const rows = await db
    .select({
      id: place.id,
      name: place.name,
      kind: place.kind,
      divisionCode: place.divisionCode,
      organisationKind: organisation.kind,
    })
    .from(place)
    .innerJoin(organisation, eq(organisation.id, place.organisationId))
    .where(or(isNull(place.endedOn), gt(place.endedOn, today)))
    .orderBy(asc(place.kind), asc(place.divisionCode), asc(place.name));
  return rows.sort(depotsFirst).map(({ organisationKind, ...row }) => ({
    ...row,
    government: isGovernment(organisationKind),
  }));
}

function depotsFirst(a: { kind: string }, b: { kind: string }): number {
  return Number(b.kind === 'depot') - Number(a.kind === 'depot');
}

/** Places of the reader's own organisation that are in use: where a counter may count. */
export async function listOwnPlaces(
  db: Database | Tx,
  scope: Scope,
  today: string,
): Promise<{ id: string; name: string; kind: 'depot' | 'centre' }[]> {
  return db
    .select({ id: place.id, name: place.name, kind: place.kind })
    .from(place)
    .where(
      and(
        eq(place.organisationId, scope.organisationId),
        or(isNull(place.endedOn), gt(place.endedOn, today)),
      ),
    )
    .orderBy(asc(place.name));
}
