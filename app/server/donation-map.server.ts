import { findDonation } from '~db/queries/donations.server';
import { visibleScope, type Actor } from '~/domain/actor';
import { dayInShanghai } from '~/domain/calendar';
import { donationLens } from '~/domain/map/lens';
import type { ServerEnv } from './env.server';
import { mapsFor } from './map.server';
import { found } from './respond.server';

/** Where one donation went, as far as the reader may see; the not-found page where the donation is not theirs to see. */
export async function donationSight(env: ServerEnv, actor: Actor, donationId: string) {
  const scope = visibleScope(actor);
  const donation = found(await findDonation(env.db, scope, donationId));
  const isDonor = donation.donorOrganisationId === actor.organisationId;
  const sight = await mapsFor(env).sight(scope, {}, dayInShanghai(env.now()), (lens) =>
    donationLens(donationId, lens, isDonor),
  );
  return { donation, sight };
}
