import { findGoodsPlace } from '~db/store/goods-place.server';
import { postReversal } from '~db/store/ledger.server';
import { lockLots } from '~db/store/lot.server';
import { findMovement, type FoundMovement } from '~db/store/movement.server';
import { findParcel } from '~db/store/stock.server';
import { allowed } from '~/domain/policy';
import { ok, refuse, type Result } from '~/domain/result';
import { defineCommand, type CommandContext } from './command.server';
import { reverseDispatch, reverseReceiptOf } from './reverse-shipment-step.server';

interface Input {
  /** The place whose ledger the person reads; its own. */
  placeId: string;
  movementId: string;
}
type Done = { movementId: string };

/**
 * Undoes a mistake with the opposite movement. Refused once the goods have gone on, naming what took them. A shipment's
 * dispatch or receipt is undone whole and its status steps back; what a count, an allocation or a hand-out posted is
 * undone at its own document.
 */
export const reverseMovement = defineCommand<Input, Done>(
  'reverse-movement',
  async (context, input) => {
    const found = await findMovement(context.tx, input.movementId);
    if (!found || !found.placeIds.includes(input.placeId)) return refuse('access.not_found');
    const place = await findGoodsPlace(context.tx, input.placeId);
    const may = allowed('movement.reverse', context.actor, {
      ...(place && { organisationId: place.organisationId, divisionCode: place.divisionCode }),
    });
    if (!may.ok) return may;
    if (found.kind === 'reverse') return refuse('ledger.reversal_of_reversal');
    switch (found.cause.kind) {
      case 'shipment':
        if (found.kind !== 'dispatch') return refuse('movement.at_its_document');
        return reverseDispatch(context, found, input.placeId);
      case 'receipt':
        return reverseReceiptOf(context, found, input.placeId);
      case 'lot':
      case 'parcel':
      case 'stocktake':
        return reverseAlone(context, found);
      default:
        return refuse('movement.at_its_document');
    }
  },
);

async function reverseAlone(context: CommandContext, found: FoundMovement): Promise<Result<Done>> {
  const { cause } = found;
  const posted = await postReversal(context.tx, {
    id: context.newId(),
    cause,
    occurredAt: context.now,
    reverses: found.id,
  });
  if (!posted.ok) return posted;
  const payload = { movementId: found.id };
  if (cause.kind === 'lot') {
    const [lot] = await lockLots(context.tx, [cause.id]);
    if (lot) context.event('lot', lot.id, lot.nextVersion, 'reversed', payload);
  } else if (cause.kind === 'parcel') {
    const parcel = await findParcel(context.tx, cause.id);
    if (parcel) context.event('parcel', parcel.id, parcel.nextVersion, 'reversed', payload);
  }
  return ok({ movementId: found.id });
}
