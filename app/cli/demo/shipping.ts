import { and, asc, eq, gt } from 'drizzle-orm';
import { dispatchShipment } from '~/commands/dispatch-shipment.server';
import { draftShipment } from '~/commands/draft-shipment.server';
import { openParcel } from '~/commands/open-parcel.server';
import { packParcel } from '~/commands/pack-parcel.server';
import { receiveShipment } from '~/commands/receive-shipment.server';
import { item } from '~db/schema/catalogue';
import { allocation, allocationLine } from '~db/schema/allocation';
import { account, balance, lot } from '~db/schema/ledger';
import { shipment, shipmentLine } from '~db/schema/shipment';
import type { DispatchForm } from '~/domain/shipment-form';
import type { ReceiptLine } from '~/domain/shipment-figures';
import type { House } from './set-up';
import { from, must, type Story } from './story';

export interface Sent {
  shipmentId: string;
  to: string;
}

/** What a place holds for a request. */
async function heldFor(story: Story, placeId: string, requestId: string) {
  return story.env.db
    .select({
      itemCode: item.code,
      allocationLineId: allocationLine.id,
      lotId: balance.lotId,
      parcelId: balance.parcelId,
      quantity: balance.quantity,
    })
    .from(allocation)
    .innerJoin(allocationLine, eq(allocationLine.allocationId, allocation.id))
    .innerJoin(account, eq(account.allocationLineId, allocationLine.id))
    .innerJoin(balance, eq(balance.accountId, account.id))
    .innerJoin(lot, eq(lot.id, balance.lotId))
    .innerJoin(item, eq(item.id, lot.itemId))
    .where(
      and(
        eq(allocation.requestId, requestId),
        eq(account.kind, 'hold'),
        eq(account.placeId, placeId),
        gt(balance.quantity, 0),
      ),
    )
    .orderBy(asc(allocationLine.id));
}

/** Puts all that the depot holds of one item for a request into one labelled box. */
export async function pack(
  story: Story,
  house: House,
  requestId: string,
  itemCode: string,
): Promise<string> {
  const placeId = house.place('depot');
  const held = await heldFor(story, placeId, requestId);
  const lines = held
    .filter((one) => one.itemCode === itemCode)
    .map(({ itemCode: _item, ...goods }) => goods);
  const input = { placeId, kind: 'box' as const, lines };
  const sent = from(story, house.actor('depot'));
  return (await must(packParcel(story.env, sent, input))).parcelId;
}

/** The centre opens a box, so that single pieces can be handed out. */
export async function unpack(
  story: Story,
  house: House,
  centre: string,
  parcelId: string,
): Promise<void> {
  await must(openParcel(story.env, from(story, house.actor(centre)), { parcelId }));
}

/** What the depot holds for these requests, parcels whole, drawn up as one shipment to their centre. */
export async function draw(
  story: Story,
  house: House,
  to: string,
  requestIds: string[],
): Promise<Sent> {
  const lines = [];
  for (const requestId of requestIds) {
    const held = await heldFor(story, house.place('depot'), requestId);
    lines.push(...held.map(({ itemCode: _item, ...goods }) => goods));
  }
  const input = { fromPlaceId: house.place('depot'), toPlaceId: house.place(to), lines };
  const sent = from(story, house.actor('depot'));
  const { shipmentId } = await must(draftShipment(story.env, sent, input));
  return { shipmentId, to };
}

export async function dispatch(
  story: Story,
  house: House,
  sent: Sent,
  how: Partial<Omit<DispatchForm, 'shipmentId'>>,
): Promise<void> {
  const { shipmentId } = sent;
  const input = {
    carrier: how.carrier,
    waybillNumber: how.waybillNumber,
    vehiclePlate: how.vehiclePlate,
    driverName: how.driverName,
    driverPhone: how.driverPhone,
    shipmentId,
    version: await versionOf(story, shipmentId),
  };
  await must(dispatchShipment(story.env, from(story, house.actor('depot')), input));
}

type Count = (line: {
  itemCode: string;
  size: string;
  quantity: number;
}) => Omit<ReceiptLine, 'lineId'>;

export const soundAndWhole: Count = ({ quantity }) => ({
  received: quantity,
  damaged: 0,
  lost: 0,
  reason: null,
});

/** The centre's coordinator counts what came. */
export async function receive(
  story: Story,
  house: House,
  { shipmentId, to }: Sent,
  count: Count,
): Promise<void> {
  const lines = await story.env.db
    .select({
      lineId: shipmentLine.id,
      itemCode: item.code,
      size: lot.size,
      quantity: shipmentLine.quantity,
    })
    .from(shipmentLine)
    .innerJoin(lot, eq(lot.id, shipmentLine.lotId))
    .innerJoin(item, eq(item.id, lot.itemId))
    .where(eq(shipmentLine.shipmentId, shipmentId))
    .orderBy(asc(shipmentLine.position));
  const counted = lines.map((line) => ({ lineId: line.lineId, ...count(line) }));
  const input = { shipmentId, version: await versionOf(story, shipmentId), lines: counted };
  await must(receiveShipment(story.env, from(story, house.actor(to)), input));
}

async function versionOf(story: Story, shipmentId: string): Promise<number> {
  const [row] = await story.env.db
    .select({ version: shipment.version })
    .from(shipment)
    .where(eq(shipment.id, shipmentId));
  if (!row) throw new Error('the story has no such shipment');
  return row.version;
}
