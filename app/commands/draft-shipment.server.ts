import { findGoodsPlace, type GoodsPlace } from '~db/store/goods-place.server';
import { insertShipment } from '~db/store/shipment.server';
import { dayInShanghai } from '~/domain/calendar';
import { allowed } from '~/domain/policy';
import { ok, refuse, type Result } from '~/domain/result';
import { defineCommand, type CommandContext } from './command.server';
import { readShipmentLines, type GoodsToSend } from './shipment-goods.server';
import { newShipmentCode } from './shipment-step.server';

interface Input {
  fromPlaceId: string;
  toPlaceId: string;
  lines: GoodsToSend[];
}

/** Lists what is to go from one place to another. Nothing leaves its place before the shipment is dispatched. */
export const draftShipment = defineCommand<Input, { shipmentId: string }>(
  'draft-shipment',
  async (context, input) => {
    const places = await readPlaces(context, input);
    if (!places.ok) return places;
    return writeDraft(context, places.value, input.lines);
  },
);

/** Checks the goods and writes the draft between places that may send and receive. */
export async function writeDraft(
  context: CommandContext,
  { from, to }: { from: GoodsPlace; to: GoodsPlace },
  goods: readonly GoodsToSend[],
): Promise<Result<{ shipmentId: string }>> {
  const shipmentId = context.newId();
  const lines = await readShipmentLines(context, { shipmentId, from, to }, goods);
  if (!lines.ok) return lines;
  await insertShipment(
    context.tx,
    {
      id: shipmentId,
      code: newShipmentCode(context.now),
      fromPlaceId: from.id,
      toPlaceId: to.id,
      fromCountyCode: from.countyCode,
      toCountyCode: to.countyCode,
      status: 'draft',
      createdByUserId: context.actor.userId,
      createdAt: context.now,
    },
    lines.value,
  );
  context.event('shipment', shipmentId, 1, 'drafted', {
    lines: lines.value.map(({ id, quantity }) => ({ lineId: id, quantity })),
  });
  return ok({ shipmentId });
}

/** Two places that this actor may draft a shipment between. */
export async function readPlaces(
  context: CommandContext,
  input: Pick<Input, 'fromPlaceId' | 'toPlaceId'>,
): Promise<Result<{ from: GoodsPlace; to: GoodsPlace }>> {
  const from = await findGoodsPlace(context.tx, input.fromPlaceId);
  const to = await findGoodsPlace(context.tx, input.toPlaceId);
  if (!from || !to) return refuse('access.not_found');
  const may = allowed('shipment.draft', context.actor, {
    organisationId: from.organisationId,
    divisionCode: from.divisionCode,
  });
  if (!may.ok) return may;
  if (from.id === to.id) return refuse('shipment.same_place', undefined, 'toPlaceId');
  if (to.endedOn !== null && to.endedOn <= dayInShanghai(context.now)) {
    return refuse('shipment.place_ended', undefined, 'toPlaceId');
  }
  return ok({ from, to });
}
