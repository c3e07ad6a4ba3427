import { listItems } from '~db/queries/items.server';
import { findCampaignRow } from '~db/store/campaign.server';
import { insertDonation, type NewDonationLine } from '~db/store/donation.server';
import { findGoodsPlace } from '~db/store/goods-place.server';
import { dayInShanghai } from '~/domain/calendar';
import { joiningRefusal } from '~/domain/campaign';
import { readItemSize, type CatalogueItem } from '~/domain/catalogue';
import { countingUnit } from '~/domain/counting-unit';
import { foldDonation, type DonationEvent } from '~/domain/donation';
import { explodeKit } from '~/domain/kit';
import type { Pledge, PledgeLine } from '~/domain/pledge';
import { allowed } from '~/domain/policy';
import { isGovernment } from '~/domain/organisation';
import { isQuantity, maxQuantity } from '~/domain/quantity';
import { ok, refuse, type Result } from '~/domain/result';
import { splitValue } from '~/domain/value';
import { checkDivision } from './chosen-division.server';
import { defineCommand, type CommandContext } from './command.server';
import { newPublicCode } from './public-code.server';

/** A foundation writes down what it will give. Kits become their items here; their lines remember the kit. */
export const pledgeDonation = defineCommand<Pledge, { donationId: string }>(
  'pledge-donation',
  async (context, pledge) => {
    const { actor, tx, now } = context;
    const may = allowed('donation.pledge', actor, { organisationId: actor.organisationId });
    if (!may.ok) return may;
    const place = await checkedPlace(context, pledge);
    if (!place.ok) return place;
    const lines = await explodedLines(context, pledge.lines);
    if (!lines.ok) return lines;
    const id = context.newId();
    const rows = lines.value.map((line, position) => ({ ...line, donationId: id, position }));
    const event: DonationEvent = {
      type: 'pledged',
      payload: { lines: rows.map((row) => ({ lineId: row.id, quantity: row.quantity })) },
    };
    const state = foldDonation([event]);
    await insertDonation(
      tx,
      {
        id,
        code: newPublicCode('donation'),
        donorOrganisationId: actor.organisationId,
        campaignId: pledge.campaignId ?? null,
        placeId: place.value.id,
        countyCode: place.value.countyCode,
        status: state.status,
        version: state.version,
        deliverOn: pledge.deliverOn ?? null,
        donorNameShown: pledge.donorNameShown,
        pledgedByUserId: actor.userId,
        createdAt: now,
      },
      rows,
    );
    context.event('donation', id, state.version, event.type, event.payload);
    return ok({ donationId: id });
  },
);

async function checkedPlace({ tx, now }: CommandContext, pledge: Pledge) {
  const place = await findGoodsPlace(tx, pledge.placeId);
  if (!place) return refuse('form.unknown_choice', undefined, 'placeId');
  const today = dayInShanghai(now);
  if (place.endedOn !== null && place.endedOn <= today) {
    return refuse('donation.place_ended', undefined, 'placeId');
  }
  if (isGovernment(place.organisationKind) && !pledge.governmentDoneeConfirmed) {
    return refuse('donation.government_donee', undefined, 'governmentDoneeConfirmed');
  }
  if (pledge.campaignId) {
    const error = joiningRefusal(await findCampaignRow(tx, pledge.campaignId));
    if (error) return { ok: false as const, error };
  }
  return ok(place);
}

type LineRow = Omit<NewDonationLine, 'donationId' | 'position'> & { id: string };

async function explodedLines(
  context: CommandContext,
  lines: readonly PledgeLine[],
): Promise<Result<LineRow[]>> {
  const items = await listItems(context.tx);
  const rows: LineRow[] = [];
  for (const [index, line] of lines.entries()) {
    const made = await lineRows(context, line, items);
    if (!made.ok) {
      const { field } = made.error;
      return {
        ok: false,
        error: { ...made.error, field: `lines[${index}].${field ?? 'itemCode'}` },
      };
    }
    rows.push(...made.value);
  }
  return rows.length > 0 ? ok(rows) : refuse('form.nothing_entered', undefined, 'lines');
}

async function lineRows(
  context: CommandContext,
  line: PledgeLine,
  items: readonly CatalogueItem[],
): Promise<Result<LineRow[]>> {
  const item = items.find((one) => one.id === line.itemId && !one.retired);
  if (!item) return refuse('form.unknown_choice', undefined, 'itemCode');
  if (!item.units.some((unit) => unit.code === line.unitCode)) {
    return refuse('form.unknown_choice', undefined, 'unitCode');
  }
  const size = readItemSize(item.sizeScheme, line.size);
  if (!size.ok) return { ok: false, error: { ...size.error, field: 'size' } };
  const { divisionCode } = line.restriction;
  if (divisionCode) {
    const chosen = await checkDivision(context, divisionCode, 'restrictedDivisionCode');
    if (!chosen.ok) return chosen;
  }
  const parts = item.isKit ? kitParts(item, line, items) : [{ ...line, size: size.value }];
  if (!parts.every((part) => isQuantity(part.quantity))) {
    return refuse('quantity.too_large', { max: maxQuantity }, 'quantity');
  }
  return ok(
    parts.map((part) => ({
      id: context.newId(),
      itemId: part.itemId,
      size: part.size,
      quantity: part.quantity,
      unitCode: part.unitCode,
      kitItemId: item.isKit ? item.id : null,
      valueBasis: line.value.basis,
      valueLowFen: part.value.lowFen,
      valueHighFen: part.value.highFen,
      producedOn: line.producedOn ?? null,
      bestBefore: line.bestBefore ?? null,
      restrictedDivisionCode: divisionCode ?? null,
      restrictedGroup: line.restriction.group ?? null,
      purpose: line.restriction.purpose ?? null,
    })),
  );
}

/**
 * A line of kits as lines of its items. The kit's value is split by weight: a kit is priced whole, and no part's own price
 * is known.
 */
function kitParts(kit: CatalogueItem, line: PledgeLine, items: readonly CatalogueItem[]) {
  const getItem = (id: string): CatalogueItem => {
    const item = items.find((one) => one.id === id);
    if (!item) throw new Error(`there is no item ${id}`);
    return item;
  };
  const parts = explodeKit(kit, line.quantity, line.size, getItem);
  const values = splitValue(
    line.value,
    parts.map((part) => (part.quantity / line.quantity) * getItem(part.itemId).weightMg),
  );
  return parts.map((part, index) => ({
    ...part,
    // As one would count what is in one kit: rice in kilograms, not in grams.
    unitCode: countingUnit(part.quantity / line.quantity, getItem(part.itemId).units).code,
    value: values[index] ?? line.value,
  }));
}
