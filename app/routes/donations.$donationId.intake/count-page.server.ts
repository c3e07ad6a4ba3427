import { isUuid } from '~/domain/account';
import { visibleScope, type Actor } from '~/domain/actor';
import { dayInShanghai } from '~/domain/calendar';
import { getNumber, type ParameterCode } from '~/domain/parameter';
import { refusal, roleMay } from '~/domain/policy';
import { parseCode } from '~/domain/public-code';
import type { ServerEnv } from '~/server/env.server';
import { found, refuseRequest } from '~/server/respond.server';
import { findDonation, findDonationByCode } from '~db/queries/donations.server';
import { listOwnPlaces } from '~db/queries/goods-places.server';
import { listItemsById } from '~db/queries/items.server';
import { listParameters } from '~db/queries/parameters.server';

export type CountPageData = Awaited<ReturnType<typeof countPage>>;

/**
 * The donation to be counted: one the counter may see, or one whose code it holds.
 * @throws the not-found page for others, the forbidden page for whoever never counts.
 */
export async function openCountPage(
  env: ServerEnv,
  actor: Actor,
  donationId: string,
  request: Request,
) {
  if (!roleMay('intake.count', actor.role)) refuseRequest({ code: 'access.role' });
  const scope = visibleScope(actor);
  const seen = isUuid(donationId) ? await findDonation(env.db, scope, donationId) : undefined;
  const code = parseCode(new URL(request.url).searchParams.get('code') ?? '');
  const byCode =
    !seen && code.ok ? await findDonationByCode(env.db, scope, code.value.code) : undefined;
  const donation = found(seen ?? (byCode?.id === donationId ? byCode : undefined));
  const [items, parameters] = await Promise.all([
    listItemsById(
      env.db,
      donation.lines.map((line) => line.itemId),
    ),
    listParameters(env.db),
  ]);
  const today = dayInShanghai(env.now());
  const months = (one: ParameterCode) => getNumber(parameters, one, today, actor.divisionCode);
  const gate = {
    minMonths: months('intake.min_remaining_life'),
    shortLifeMonths: months('intake.short_life'),
    shortLifeMinMonths: months('intake.min_remaining_life_short'),
  };
  return { donation, items, rules: { today, gate }, visible: seen !== undefined, scope };
}

export async function countPage(
  env: ServerEnv,
  actor: Actor,
  donationId: string,
  request: Request,
) {
  const { donation, items, rules, visible, scope } = await openCountPage(
    env,
    actor,
    donationId,
    request,
  );
  const { status } = donation;
  return {
    donation: {
      id: donation.id,
      code: donation.code,
      status,
      version: donation.version,
      donorName: donation.donorName,
      placeId: donation.placeId,
      lines: donation.lines.map((line) => ({
        id: line.id,
        itemId: line.itemId,
        size: line.size,
        unitCode: line.unitCode,
        producedOn: line.producedOn,
        bestBefore: line.bestBefore,
        toCome: line.figures.toCome,
        closedShort: line.figures.closedShort,
        closed: line.closedReason !== null,
      })),
    },
    items,
    places: await listOwnPlaces(env.db, scope, rules.today),
    gate: rules.gate,
    now: env.now().toISOString(),
    visible,
    refusal: refusal('intake.count', actor, { status, organisationId: actor.organisationId }),
    membershipId: actor.membershipId,
    formKey: env.newId(),
  };
}
