import { eq } from 'drizzle-orm';
import type { OrganisationKind, PlaceKind } from '~/domain/organisation';
import type { Tx } from '~db/client.server';
import { organisation, place } from '~db/schema/organisation';

/** A place as goods are moved to it: what policy, the ledger and the rules about donees ask. */
export interface GoodsPlace {
  id: string;
  kind: PlaceKind;
  organisationId: string;
  organisationKind: OrganisationKind;
  divisionCode: string;
  countyCode: string;
  endedOn: string | null;
}

export async function findGoodsPlace(tx: Tx, id: string): Promise<GoodsPlace | undefined> {
  const [row] = await tx
    .select({
      id: place.id,
      kind: place.kind,
      organisationId: place.organisationId,
      organisationKind: organisation.kind,
      divisionCode: place.divisionCode,
      countyCode: place.countyCode,
      endedOn: place.endedOn,
    })
    .from(place)
    .innerJoin(organisation, eq(organisation.id, place.organisationId))
    .where(eq(place.id, id))
    // Whoever ends the place waits for what is being opened there, and the other way round.
    .for('key share', { of: place });
  return row;
}
