import { postMovements } from '~db/store/ledger.server';
import { findParcel, listInParcel } from '~db/store/stock.server';
import { LOOSE, OPENED, type Account } from '~/domain/ledger';
import { ok, refuse } from '~/domain/result';
import { defineCommand } from './command.server';
import { openPlace } from './stock-step.server';

/** Takes everything out of a parcel where it lies: afterwards any part of it may go its own way. */
export const openParcel = defineCommand<{ parcelId: string }, { parcelId: string }>(
  'open-parcel',
  async (context, input) => {
    const parcel = await findParcel(context.tx, input.parcelId);
    if (!parcel) return refuse('access.not_found');
    const inside = await listInParcel(context.tx, parcel.id);
    const [first] = inside;
    if (!first) return refuse('parcel.empty');
    const { placeId } = first.account;
    if (placeId === null || first.account.kind === 'loss') return refuse('parcel.not_at_place');
    const place = await openPlace(context, 'parcel.open', placeId);
    if (!place.ok) return place;
    const posted = await postMovements(context.tx, [
      {
        id: context.newId(),
        kind: 'open',
        cause: { kind: 'parcel', id: parcel.id },
        occurredAt: context.now,
        lines: inside.map(({ account, lotId, quantity, packSize }) => {
          const here = keptAccount(account.kind, place.value, account.allocationLineId);
          return {
            lotId,
            from: here,
            fromParcelId: parcel.id,
            to: here,
            // What is no whole number of packs was open before it was put in.
            toParcelId: quantity % (packSize ?? 1) === 0 ? LOOSE : OPENED,
            quantity,
          };
        }),
      },
    ]);
    if (!posted.ok) return posted;
    context.event('parcel', parcel.id, parcel.nextVersion, 'opened', { placeId });
    return ok({ parcelId: parcel.id });
  },
);

/** An account at a place, as the books name it. */
export function keptAccount(
  kind: string,
  place: { id: string; countyCode: string },
  allocationLineId: string | null,
): Account {
  const here = { placeId: place.id, countyCode: place.countyCode };
  if (kind === 'hold' && allocationLineId !== null) return { kind, ...here, allocationLineId };
  if (kind === 'stock' || kind === 'quarantine') return { kind, ...here };
  throw new Error(`goods in a ${kind} account are in no parcel at a place`);
}
