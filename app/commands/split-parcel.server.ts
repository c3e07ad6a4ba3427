import { postMovements } from '~db/store/ledger.server';
import { findParcel, insertParcel, listInParcel } from '~db/store/stock.server';
import { LOOSE, OPENED, type Account, type Movement, type MovementLine } from '~/domain/ledger';
import type { ParcelKind } from '~/domain/parcel';
import { isQuantity } from '~/domain/quantity';
import { ok, refuse } from '~/domain/result';
import { defineCommand } from './command.server';
import { keptAccount } from './open-parcel.server';
import { newPublicCode } from './public-code.server';
import { openPlace } from './stock-step.server';

interface Input {
  parcelId: string;
  /** What each new parcel takes; the rest lies loose. */
  parts: { kind: ParcelKind; lines: { lotId: string; quantity: number }[] }[];
}

interface Slot {
  account: Account;
  lotId: string;
  /** `LOOSE`, or `OPENED` where it is no whole number of packs. */
  at: string;
  left: number;
}

/** Opens a parcel and packs what was in it anew, in one step: the goods stay in their accounts. */
export const splitParcel = defineCommand<Input, { parcelIds: string[] }>(
  'split-parcel',
  async (context, input) => {
    const parcel = await findParcel(context.tx, input.parcelId);
    if (!parcel) return refuse('access.not_found');
    const inside = await listInParcel(context.tx, parcel.id);
    const placeId = inside[0]?.account.placeId;
    if (inside.length === 0) return refuse('parcel.empty');
    if (!placeId) return refuse('parcel.not_at_place');
    const place = await openPlace(context, 'parcel.open', placeId);
    if (!place.ok) return place;
    if (input.parts.length === 0) return refuse('form.nothing_entered');
    const slots = inside.map(({ account, lotId, quantity, packSize }): Slot => ({
      account: keptAccount(account.kind, place.value, account.allocationLineId),
      lotId,
      at: quantity % (packSize ?? 1) === 0 ? LOOSE : OPENED,
      left: quantity,
    }));
    const opened: MovementLine[] = slots.map(({ account, lotId, at, left }) => ({
      lotId,
      from: account,
      fromParcelId: parcel.id,
      to: account,
      toParcelId: at,
      quantity: left,
    }));
    const shared = { occurredAt: context.now };
    const movements: Movement[] = [
      {
        ...shared,
        id: context.newId(),
        kind: 'open',
        cause: { kind: 'parcel', id: parcel.id },
        lines: opened,
      },
    ];
    const parcelIds: string[] = [];
    for (const [index, part] of input.parts.entries()) {
      const parcelId = context.newId();
      const lines = part.lines.flatMap((line) => fill(slots, line, parcelId));
      const wanted = part.lines.reduce((sum, line) => sum + line.quantity, 0);
      if (wanted === 0 || !part.lines.every((line) => isQuantity(line.quantity))) {
        return refuse('quantity.not_positive', undefined, `parts[${index}]`);
      }
      const packed = lines.reduce((sum, line) => sum + line.quantity, 0);
      if (packed < wanted) {
        return refuse('parcel.more_than_free', { left: packed }, `parts[${index}]`);
      }
      await insertParcel(context.tx, {
        id: parcelId,
        code: newPublicCode('parcel'),
        kind: part.kind,
        placeId,
        countyCode: place.value.countyCode,
        packedByUserId: context.actor.userId,
        createdAt: context.now,
      });
      const cause = { kind: 'parcel', id: parcelId };
      movements.push({ ...shared, id: context.newId(), kind: 'pack', cause, lines });
      parcelIds.push(parcelId);
      context.event('parcel', parcelId, 1, 'packed', {
        placeId,
        lines: part.lines,
        splitFrom: parcel.id,
      });
    }
    const posted = await postMovements(context.tx, movements);
    if (!posted.ok) return posted;
    context.event('parcel', parcel.id, parcel.nextVersion, 'opened', { placeId });
    return ok({ parcelIds });
  },
);

/** Takes of a lot what there is, out of each account that has some. */
function fill(
  slots: Slot[],
  wanted: { lotId: string; quantity: number },
  parcelId: string,
): MovementLine[] {
  let short = wanted.quantity;
  return slots.flatMap((slot) => {
    const quantity = slot.lotId === wanted.lotId ? Math.min(slot.left, short) : 0;
    if (quantity <= 0) return [];
    slot.left -= quantity;
    short -= quantity;
    const { account, lotId, at } = slot;
    const line = { lotId, from: account, fromParcelId: at, to: account, toParcelId: parcelId };
    return [{ ...line, quantity }];
  });
}
