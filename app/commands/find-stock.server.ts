import { listItemsById } from '~db/queries/items.server';
import { insertDonation, insertIntake } from '~db/store/donation.server';
import type { GoodsPlace } from '~db/store/goods-place.server';
import { postMovements } from '~db/store/ledger.server';
import { insertLots } from '~db/store/lot.server';
import { dayInShanghai, productionRefusal, type CalendarDay } from '~/domain/calendar';
import { readItemSize, smallestUnitCode } from '~/domain/catalogue';
import { foldDonation, type DonationEvent } from '~/domain/donation';
import { isQuantity } from '~/domain/quantity';
import { ok, refuse, type Result } from '~/domain/result';
import { defineCommand, type CommandContext } from './command.server';
import { newPublicCode } from './public-code.server';
import { openPlace } from './stock-step.server';

export interface FoundGoods {
  itemId: string;
  size: string;
  quantity: number;
  producedOn?: CalendarDay | undefined;
  bestBefore?: CalendarDay | undefined;
  packSize?: number | undefined;
}

/** Goods found with no loss to draw on: they enter as a donation line of unknown source, pledged by nobody. */
export const findStock = defineCommand<
  FoundGoods & { placeId: string },
  { donationId: string; lotId: string }
>('find-stock', async (context, input) => {
  const place = await openPlace(context, 'stock.find', input.placeId);
  if (!place.ok) return place;
  return enterUnknown(context, place.value, input);
});

export async function enterUnknown(
  context: CommandContext,
  place: GoodsPlace,
  goods: FoundGoods,
): Promise<Result<{ donationId: string; lotId: string }>> {
  const [item] = await listItemsById(context.tx, [goods.itemId]);
  if (!item || item.isKit) return refuse('form.unknown_choice', undefined, 'itemId');
  const size = readItemSize(item.sizeScheme, goods.size);
  if (!size.ok) return { ok: false, error: { ...size.error, field: 'size' } };
  if (!isQuantity(goods.quantity)) return refuse('quantity.not_positive', undefined, 'quantity');
  const dates = productionRefusal(goods, dayInShanghai(context.now));
  if (dates) return { ok: false, error: dates };
  if (item.perishable && !goods.bestBefore) {
    return refuse('intake.best_before_missing', undefined, 'bestBefore');
  }
  const { newId, now, actor, tx } = context;
  const [donationId, lineId, lotId, intakeId, movementId] = [
    newId(),
    newId(),
    newId(),
    newId(),
    newId(),
  ];
  const events: DonationEvent[] = [
    { type: 'pledged', payload: { lines: [{ lineId, quantity: 0 }] } },
    { type: 'accepted', payload: { declined: [] } },
    { type: 'counted', payload: { intakeId, refused: [] } },
    { type: 'closed', payload: { reason: 'all_came' } },
  ];
  const state = foldDonation(events);
  const life = { producedOn: goods.producedOn ?? null, bestBefore: goods.bestBefore ?? null };
  const packSize = goods.packSize ?? null;
  await insertDonation(
    tx,
    {
      id: donationId,
      code: newPublicCode('donation'),
      donorOrganisationId: null,
      placeId: place.id,
      countyCode: place.countyCode,
      status: state.status,
      version: state.version,
      donorNameShown: false,
      pledgedByUserId: actor.userId,
      createdAt: now,
    },
    [
      {
        id: lineId,
        donationId,
        position: 0,
        itemId: item.id,
        size: size.value,
        quantity: 0,
        unitCode: smallestUnitCode(item),
        packSize,
        valueBasis: 'estimate',
        valueLowFen: 0,
        valueHighFen: 0,
        ...life,
      },
    ],
  );
  await insertLots(tx, [
    { id: lotId, itemId: item.id, size: size.value, donationLineId: lineId, packSize, ...life },
  ]);
  const { id: placeId, countyCode } = place;
  await insertIntake(
    tx,
    {
      id: intakeId,
      donationId,
      placeId,
      countyCode,
      countedByUserId: actor.userId,
      occurredAt: now,
      recordedAt: now,
      movementId,
    },
    [{ id: newId(), intakeId, donationLineId: lineId, lotId, soundQuantity: goods.quantity }],
  );
  const posted = await postMovements(tx, [
    {
      id: movementId,
      kind: 'intake',
      cause: { kind: 'intake', id: intakeId },
      occurredAt: now,
      lines: [
        {
          lotId,
          from: { kind: 'donor', source: 'unknown', countyCode },
          to: { kind: 'stock', placeId, countyCode },
          quantity: goods.quantity,
        },
      ],
    },
  ]);
  if (!posted.ok) return posted;
  for (const [at, event] of events.entries()) {
    context.event('donation', donationId, at + 1, event.type, event.payload);
  }
  return ok({ donationId, lotId });
}
