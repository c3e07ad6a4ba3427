import { postMovements } from '~db/store/ledger.server';
import {
  findOverClaim,
  insertReceipt,
  listShippable,
  saveOverClaim,
  type LockedShipment,
} from '~db/store/shipment.server';
import { LOOSE, type Movement } from '~/domain/ledger';
import { allowed } from '~/domain/policy';
import { ok, refuse, type Result } from '~/domain/result';
import { decideOverAnswer, decideReceipt } from '~/domain/shipment';
import { defineCommand, type CommandContext } from './command.server';
import {
  accountAt,
  openShipment,
  recordShipment,
  transitOf,
  type ShipmentStepInput,
} from './shipment-step.server';

type Input = ShipmentStepInput & { claimId: string; confirmed: boolean };

/**
 * The sender looks at its own books: if so many more left, they post as an extra dispatch and receipt of the same lot;
 * if not, the claim is refused and nothing moves. Who claimed cannot confirm.
 */
export const decideOver = defineCommand<Input, { shipmentId: string }>(
  'decide-over',
  async (context, input) => {
    const opened = await openShipment(context, 'shipment.confirm_over', 'sender', input);
    if (!opened.ok) return opened;
    const shipment = opened.value;
    const claim = await findOverClaim(context.tx, input.claimId);
    if (!claim || claim.shipmentId !== shipment.row.id) return refuse('access.not_found');
    const may = allowed('shipment.confirm_over', context.actor, {
      status: shipment.row.status,
      organisationId: shipment.from.organisationId,
      divisionCode: shipment.from.divisionCode,
      doneBy: [claim.claimedByUserId],
    });
    if (!may.ok) return may;
    const decided = decideOverAnswer(shipment.state, claim.id, input.confirmed);
    if (!decided.ok) return decided;
    const status = input.confirmed ? 'confirmed' : 'refused';
    await saveOverClaim(context.tx, claim.id, status, context.actor.userId);
    const state = await recordShipment(context, shipment, decided.value);
    if (input.confirmed) return postExtra(context, { ...shipment, state }, claim);
    return ok({ shipmentId: shipment.row.id });
  },
);

type Claim = NonNullable<Awaited<ReturnType<typeof findOverClaim>>>;

/** The claim was a count already: what it says is received with its confirmation. */
async function postExtra(
  context: CommandContext,
  shipment: LockedShipment,
  claim: Claim,
): Promise<Result<{ shipmentId: string }>> {
  const receiptId = context.newId();
  const movements = await extraMovements(context, shipment, claim, receiptId);
  if (!movements.ok) return movements;
  const posted = await postMovements(context.tx, movements.value);
  if (!posted.ok) return posted;
  const { shipmentLineId: lineId, quantity } = claim;
  const lines = [{ lineId, received: quantity, damaged: 0, lost: 0, reason: null }];
  const received = decideReceipt(shipment.state, receiptId, lines);
  if (!received.ok) return received;
  const { id: shipmentId } = shipment.row;
  await insertReceipt(
    context.tx,
    {
      id: receiptId,
      shipmentId,
      receivedByUserId: claim.claimedByUserId,
      occurredAt: claim.createdAt,
      recordedAt: context.now,
    },
    [{ id: context.newId(), receiptId, shipmentLineId: lineId, receivedQuantity: quantity }],
  );
  await recordShipment(context, shipment, received.value);
  return ok({ shipmentId });
}

/**
 * What left by mistake stood in the sender's free stock: it arrives as free stock too, because no need asked for it. The
 * shipment line that it came with is told by the claim.
 */
async function extraMovements(
  context: CommandContext,
  shipment: LockedShipment,
  claim: Claim,
  receiptId: string,
): Promise<Result<Movement[]>> {
  const line = shipment.lines.find((one) => one.id === claim.shipmentLineId);
  if (!line) throw new Error('a claim without its shipment line');
  const there = await listShippable(context.tx, shipment.from.id, [line.lotId]);
  const free = there.find((one) => one.allocationLineId === null && one.parcelId === LOOSE);
  if ((free?.quantity ?? 0) < claim.quantity) {
    return refuse('stock.more_than_there', { left: free?.quantity ?? 0 });
  }
  const transit = transitOf(shipment);
  const occurredAt = context.now;
  const goods = { lotId: line.lotId, quantity: claim.quantity };
  return ok([
    {
      id: context.newId(),
      kind: 'dispatch',
      cause: { kind: 'over_claim', id: claim.id },
      occurredAt,
      lines: [{ ...goods, from: accountAt(shipment.from, null), to: transit }],
    },
    {
      id: context.newId(),
      kind: 'receive',
      cause: { kind: 'receipt', id: receiptId },
      occurredAt,
      lines: [{ ...goods, from: transit, to: accountAt(shipment.to, null) }],
    },
  ]);
}
