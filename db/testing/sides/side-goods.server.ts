import { acceptDonation } from '~/commands/accept-donation.server';
import { closeDonation } from '~/commands/close-donation.server';
import { countIntake } from '~/commands/count-intake.server';
import { openCampaign } from '~/commands/open-campaign.server';
import { packParcel } from '~/commands/pack-parcel.server';
import { pledgeDonation } from '~/commands/pledge-donation.server';
import { quarantineStock } from '~/commands/quarantine-stock.server';
import { LOOSE } from '~/domain/ledger';
import type { Pledge, PledgeLine } from '~/domain/pledge';
import { as, NOW, TODAY, type Ground, type Sides } from './side-env.server';
import { orThrow } from '../or-throw.server';

export function pledgeLine(itemId: string, quantity: number): PledgeLine {
  return {
    itemId,
    itemCode: 'x',
    size: '',
    quantity,
    unitCode: 'piece',
    value: { basis: 'invoice', lowFen: 100, highFen: 100 },
    producedOn: undefined,
    bestBefore: undefined,
    restriction: { divisionCode: undefined, group: undefined, purpose: undefined },
  };
}

export function pledgeTo(placeId: string, lines: PledgeLine[]): Pledge {
  return {
    placeId,
    campaignId: undefined,
    deliverOn: undefined,
    donorNameShown: true,
    governmentDoneeConfirmed: false,
    lines,
  };
}

export const counted = (donationLineId: string, sound: number) => ({
  donationLineId,
  sound,
  quarantined: 0,
  refused: 0,
});

/** A pledge for the county's depot with one line. */
async function pledged({ env, one }: Sides, side: Ground, itemId: string, quantity: number) {
  const pledge = pledgeTo(side.place.depot, [pledgeLine(itemId, quantity)]);
  const { donationId } = await orThrow(pledgeDonation(env, as(side.by.foundation), pledge));
  const sql = 'select id from donation_line where donation_id = $1';
  return { donationId, lineId: await one<string>(sql, donationId) };
}

async function accepted(sides: Sides, side: Ground, itemId: string, quantity: number) {
  const donation = await pledged(sides, side, itemId, quantity);
  const { donationId } = donation;
  await orThrow(
    acceptDonation(sides.env, as(side.by.depot), { donationId, version: 1, declined: [] }),
  );
  return donation;
}

/** A donation of which some came and lies free at the depot; more is still to come. */
export async function inStock(
  sides: Sides,
  side: Ground,
  itemId: string,
  [quantity, came]: [number, number],
  closing = false,
) {
  const donation = await accepted(sides, side, itemId, quantity);
  const { donationId, lineId } = donation;
  const reason = 'short_delivered' as const;
  const { intakeId } = await orThrow(
    countIntake(sides.env, as(side.by.depot), {
      donationId,
      version: 2,
      placeId: side.place.depot,
      occurredAt: NOW.toISOString(),
      lines: [{ ...counted(lineId, came), ...(closing && { reason }) }],
      ...(closing && { closing: [{ donationLineId: lineId, reason }] }),
    }),
  );
  const lotId = await sides.one<string>('select id from lot where donation_line_id = $1', lineId);
  return { ...donation, intakeId, lotId };
}

/** A donation of which some came, and which was then closed as a whole. */
async function closed(sides: Sides, side: Ground, itemId: string) {
  const donation = await inStock(sides, side, itemId, [50, 30]);
  const { donationId } = donation;
  const close = { donationId, version: 3, reason: 'donor_delivers_less' as const };
  await orThrow(closeDonation(sides.env, as(side.by.depot), close));
  return donation;
}

/** Donations of the county in every state that a command asks for, and their goods at its depot. */
export async function sideGoods(sides: Sides, side: Ground) {
  const { coatId } = sides.items;
  const { depot: placeId } = side.place;
  const campaign = { divisionCode: side.county, startsOn: TODAY, endsOn: undefined };
  const { campaignId } = await orThrow(
    openCampaign(sides.env, as(side.by.bureau), { ...campaign, name: '暖冬' }),
  );
  const goods = await inStock(sides, side, coatId, [500, 300]);
  const { lotId } = goods;
  const loose = { placeId, lotId, parcelId: LOOSE };
  const { movementId: quarantineMovementId } = await orThrow(
    quarantineStock(sides.env, as(side.by.depot), { ...loose, quantity: 20, reason: 'wet' }),
  );
  const { parcelId } = await orThrow(
    packParcel(sides.env, as(side.by.depot), {
      placeId,
      kind: 'box',
      lines: [{ lotId, parcelId: LOOSE, quantity: 10 }],
    }),
  );
  return {
    campaignId,
    pledged: await pledged(sides, side, coatId, 40),
    goods,
    /** A line closed short by its count. */
    short: await inStock(sides, side, coatId, [50, 30], true),
    closed: await closed(sides, side, coatId),
    parcelId,
    quarantineMovementId,
  };
}
