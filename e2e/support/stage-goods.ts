import { randomUUID } from 'node:crypto';
import { acceptDonation } from '~/commands/accept-donation.server';
import { approveRequest } from '~/commands/approve-request.server';
import { countIntake } from '~/commands/count-intake.server';
import { dispatchShipment } from '~/commands/dispatch-shipment.server';
import { draftRequest } from '~/commands/draft-request.server';
import { draftShipment } from '~/commands/draft-shipment.server';
import { makeAllocation } from '~/commands/make-allocation.server';
import { pledgeDonation } from '~/commands/pledge-donation.server';
import { submitRequest } from '~/commands/submit-request.server';
import type { Actor } from '~/domain/actor';
import { LOOSE } from '~/domain/ledger';
import type { Result } from '~/domain/result';
import type { Stage } from './stage';

const by = (actor: Actor) => ({ actor, key: randomUUID() });

async function must<T>(run: Promise<Result<T>>): Promise<T> {
  const result = await run;
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** So many pairs of gloves, pledged, accepted and counted in at the depot. */
export async function bringGloves(
  { env, cast, db }: Stage,
  quantity: number,
): Promise<{ donationId: string; lotId: string }> {
  const { depot, depotPlaceId } = cast.world;
  const donationId = await pledgeAccepted({ env, cast }, 'gloves', 'piece', quantity);
  const [line] = await db.$client<{ id: string }[]>`
    select id from donation_line where donation_id = ${donationId}`;
  const counted = { sound: quantity, quarantined: 0, refused: 0 };
  await must(
    countIntake(env, by(depot), {
      donationId,
      version: 2,
      placeId: depotPlaceId,
      occurredAt: new Date().toISOString(),
      lines: [
        {
          donationLineId: line?.id ?? '',
          ...counted,
          packSize: undefined,
          producedOn: undefined,
          bestBefore: undefined,
          reason: undefined,
        },
      ],
    }),
  );
  const [lot] = await db.$client<{ id: string }[]>`
    select id from lot where donation_line_id = ${line?.id ?? ''}`;
  return { donationId, lotId: lot?.id ?? '' };
}

/** So many 10 kg bags of rice, pledged and accepted, not yet come. */
export function pledgeBags(stage: Stage, bags: number): Promise<string> {
  return pledgeAccepted(stage, 'rice', 'bag_10kg', bags * 10_000);
}

async function pledgeAccepted(
  { env, cast }: Pick<Stage, 'env' | 'cast'>,
  itemCode: string,
  unitCode: string,
  quantity: number,
): Promise<string> {
  const { foundation, depot, depotPlaceId, item } = cast.world;
  const { donationId } = await must(
    pledgeDonation(env, by(foundation), {
      placeId: depotPlaceId,
      campaignId: undefined,
      deliverOn: undefined,
      donorNameShown: true,
      governmentDoneeConfirmed: false,
      lines: [
        {
          itemId: item(itemCode),
          itemCode,
          size: '',
          unitCode,
          quantity,
          value: { basis: 'invoice', lowFen: 100, highFen: 100 },
          producedOn: undefined,
          bestBefore: undefined,
          restriction: { divisionCode: undefined, group: undefined, purpose: undefined },
        },
      ],
    }),
  );
  await must(acceptDonation(env, by(depot), { donationId, version: 1, declined: [] }));
  return donationId;
}

/** The centre's programme asks for the gloves, the bureau approves and holds them, and the depot drafts their shipment, with free ones besides. */
export async function draftGloves(stage: Stage, quantity: number, free = 0): Promise<string> {
  const { env, db } = stage;
  const { centre, bureau, depot, depotPlaceId, centrePlaceId, programmeId, item } =
    stage.cast.world;
  const { lotId } = await bringGloves(stage, quantity + free);
  const gloves = { itemId: item('gloves'), itemCode: 'gloves', size: '', unitCode: 'piece' };
  const { requestId } = await must(
    draftRequest(env, by(centre), {
      programmeId,
      headCount: quantity,
      needBy: '2099-02-01',
      urgency: 'normal',
      urgencyReason: undefined,
      lines: [{ ...gloves, quantity, largerSizeServes: false }],
    }),
  );
  await must(submitRequest(env, by(centre), { requestId, version: 1 }));
  const [line] = await db.$client<{ id: string }[]>`
    select id from request_line where request_id = ${requestId}`;
  const lineId = line?.id ?? '';
  const approval = [{ lineId, approved: quantity, cutReason: null }];
  await must(
    approveRequest(env, by(bureau), { requestId, version: 2, note: null, lines: approval }),
  );
  const held = { requestLineId: lineId, lotId, placeId: depotPlaceId, quantity };
  await must(makeAllocation(env, by(bureau), { requestId, version: 3, lines: [held] }));
  const [allocated] = await db.$client<{ id: string }[]>`
    select id from allocation_line where request_line_id = ${lineId}`;
  const goods = { allocationLineId: allocated?.id ?? '', lotId, parcelId: LOOSE, quantity };
  const between = { fromPlaceId: depotPlaceId, toPlaceId: centrePlaceId };
  const unheld = { allocationLineId: null, lotId, parcelId: LOOSE, quantity: free };
  const lines = free > 0 ? [goods, unheld] : [goods];
  const { shipmentId } = await must(draftShipment(env, by(depot), { ...between, lines }));
  return shipmentId;
}

/** Gloves drafted as above and on the road. Returns the shipment. */
export async function sendGloves(stage: Stage, quantity: number): Promise<string> {
  const { env, cast } = stage;
  const { depot } = cast.world;
  const shipmentId = await draftGloves(stage, quantity);
  await must(
    dispatchShipment(env, by(depot), {
      shipmentId,
      version: 1,
      carrier: '顺达物流',
      vehiclePlate: undefined,
      driverName: undefined,
      driverPhone: undefined,
      waybillNumber: undefined,
    }),
  );
  return shipmentId;
}
