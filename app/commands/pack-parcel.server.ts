import type { GoodsPlace } from '~db/store/goods-place.server';
import { postMovements } from '~db/store/ledger.server';
import { insertParcel, listAtPlace, type GoodsAtPlace } from '~db/store/stock.server';
import { isInParcel } from '~/domain/fefo';
import { packRefusal, type LotQuantity, type ParcelKind } from '~/domain/parcel';
import type { MovementLine } from '~/domain/ledger';
import { ok, type Result } from '~/domain/result';
import { defineCommand, type CommandContext } from './command.server';
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
    return place.ok ? packGoods(context, place.value, input) : place;
  },
);

/** Packs what lies loose at a place that the actor may pack at. What is in a parcel stays there until that is opened. */
export async function packGoods(
  context: CommandContext,
  place: GoodsPlace,
  { kind, lines }: Omit<Input, 'placeId'>,
): Promise<Result<{ parcelId: string }>> {
  const { id: placeId, countyCode } = place;
  const lotIds = lines.map((line) => line.lotId);
  const there = await listAtPlace(context.tx, placeId, ['stock', 'hold'], lotIds);
  const loose = there.filter((goods) => !isInParcel(goods));
  const refused = packRefusal(lines.map(wanted), loose.map(packable(placeId)), placeId);
  if (refused) return { ok: false, error: refused };
  const parcelId = context.newId();
  await insertParcel(context.tx, {
    id: parcelId,
    code: newPublicCode('parcel'),
    kind,
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
      lines: lines.map((line): MovementLine => {
        const account = accountAt(place, line.allocationLineId ?? null);
        const { lotId, quantity } = line;
        const packed = { fromParcelId: line.parcelId, toParcelId: parcelId };
        return { lotId, from: account, to: account, quantity, ...packed };
      }),
    },
  ]);
  if (!posted.ok) return posted;
  context.event('parcel', parcelId, 1, 'packed', {
    placeId,
    lines: lines.map(({ lotId, quantity }) => ({ lotId, quantity })),
  });
  return ok({ parcelId });
}

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
