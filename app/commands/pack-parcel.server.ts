import { postMovements } from '~db/store/ledger.server';
import { insertParcel, listAtPlace, type GoodsAtPlace } from '~db/store/stock.server';
import { packRefusal, type LotQuantity, type ParcelKind } from '~/domain/parcel';
import type { MovementLine } from '~/domain/ledger';
import { ok } from '~/domain/result';
import { defineCommand } from './command.server';
import { newPublicCode } from './public-code.server';
import { accountAt } from './shipment-step.server';
import { openPlace } from './stock-step.server';

interface Input {
  placeId: string;
  kind: ParcelKind;
  lines: GoodsToPack[];
}

/** Loose goods (`LOOSE` or `OPENED`) of a lot: free ones, or held for an allocation line and still held in the parcel. */
export interface GoodsToPack extends LotQuantity {
  allocationLineId?: string | null | undefined;
}

/** Puts loose goods of one or several lots into a labelled box or bag, which then moves whole. */
export const packParcel = defineCommand<Input, { parcelId: string }>(
  'pack-parcel',
  async (context, input) => {
    const place = await openPlace(context, 'parcel.pack', input.placeId);
    if (!place.ok) return place;
    const { id: placeId, countyCode } = place.value;
    const lotIds = input.lines.map((line) => line.lotId);
    const there = await listAtPlace(context.tx, placeId, ['stock', 'hold'], lotIds);
    const refused = packRefusal(input.lines.map(wanted), there.map(packable(placeId)), placeId);
    if (refused) return { ok: false, error: refused };
    const parcelId = context.newId();
    await insertParcel(context.tx, {
      id: parcelId,
      code: newPublicCode('parcel'),
      kind: input.kind,
      placeId,
      countyCode,
      packedByUserId: context.actor.userId,
      createdAt: context.now,
    });
    const posted = await postMovements(context.tx, [
      {
        id: context.newId(),
        kind: 'pack',
        cause: { kind: 'parcel', id: parcelId },
        occurredAt: context.now,
        lines: input.lines.map((line): MovementLine => {
          const account = accountAt(place.value, line.allocationLineId ?? null);
          const { lotId, quantity } = line;
          const packed = { fromParcelId: line.parcelId, toParcelId: parcelId };
          return { lotId, from: account, to: account, quantity, ...packed };
        }),
      },
    ]);
    if (!posted.ok) return posted;
    context.event('parcel', parcelId, 1, 'packed', {
      placeId,
      lines: input.lines.map(({ lotId, quantity }) => ({ lotId, quantity })),
    });
    return ok({ parcelId });
  },
);

/** The same lot may lie free and held for several needs; each is a store of its own. */
function keyOf(lotId: string, allocationLineId: string | null | undefined): string {
  return `${allocationLineId ?? 'free'} ${lotId}`;
}

function wanted({ lotId, parcelId, quantity, allocationLineId }: GoodsToPack): LotQuantity {
  return { lotId: keyOf(lotId, allocationLineId), parcelId, quantity };
}

function packable(placeId: string) {
  return ({ lotId, parcelId, quantity, packSize, allocationLineId }: GoodsAtPlace) => ({
    lotId: keyOf(lotId, allocationLineId),
    parcelId,
    quantity,
    placeId,
    packSize: packSize ?? undefined,
  });
}
