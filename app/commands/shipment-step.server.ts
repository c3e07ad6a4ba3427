import { randomInt } from 'node:crypto';
import {
  listReceivers,
  lockShipment,
  saveShipment,
  type LockedShipment,
  type ShipmentRow,
} from '~db/store/shipment.server';
import { dayInShanghai } from '~/domain/calendar';
import type { EventPayload } from '~/domain/event';
import type { Account } from '~/domain/ledger';
import { allowed, type Action } from '~/domain/policy';
import { ok, refuse, type Result } from '~/domain/result';
import {
  applyShipment,
  sendersOf,
  type ShipmentEvent,
  type ShipmentState,
} from '~/domain/shipment';
import type { CommandContext } from './command.server';

export interface ShipmentStepInput {
  shipmentId: string;
  /** Of the record that the form was drawn from. */
  version: number;
}

/** Whose step it is: of the place that sends, or of the place that receives. */
export type ShipmentSide = 'sender' | 'receiver';

/** The shipment under lock, if this actor may do this to it in the version that was seen. */
export async function openShipment(
  context: CommandContext,
  action: Action,
  side: ShipmentSide,
  input: ShipmentStepInput,
): Promise<Result<LockedShipment>> {
  const shipment = await lockShipment(context.tx, input.shipmentId);
  if (!shipment) return refuse('access.not_found');
  const place = side === 'sender' ? shipment.from : shipment.to;
  const may = allowed(action, context.actor, {
    status: shipment.row.status,
    organisationId: place.organisationId,
    divisionCode: place.divisionCode,
    doneBy:
      side === 'receiver'
        ? sendersOf(shipment.row)
        : await listReceivers(context.tx, shipment.row.id),
  });
  if (!may.ok) return may;
  if (shipment.row.version !== input.version) return refuse('record.stale');
  return ok(shipment);
}

/** Saves what an event makes of the shipment, and notes the event. */
export async function recordShipment(
  context: CommandContext,
  shipment: LockedShipment,
  event: ShipmentEvent,
  changes: Partial<ShipmentRow> = {},
): Promise<ShipmentState> {
  const after = applyShipment(shipment.state, event);
  await saveShipment(context.tx, shipment.row.id, after, changes);
  const payload: EventPayload = event.payload;
  context.event('shipment', shipment.row.id, after.version, event.type, payload);
  return after;
}

/** Where goods of a line stand at one of the two places: held for its need, or free where there is none. */
export function accountAt(
  place: { id: string; countyCode: string },
  allocationLineId: string | null,
): Account {
  const here = { placeId: place.id, countyCode: place.countyCode };
  return allocationLineId === null
    ? { kind: 'stock', ...here }
    : { kind: 'hold', ...here, allocationLineId };
}

export function transitOf(shipment: LockedShipment): Account {
  return {
    kind: 'transit',
    shipmentId: shipment.row.id,
    countyCode: shipment.row.toCountyCode,
  };
}

const codeAlphabet = '0123456789ACDEFGHJKMNPQRTVWXY';

/** A shipment's own number, short enough to be told over the phone: the day and five random characters. */
export function newShipmentCode(now: Date): string {
  const day = dayInShanghai(now).replaceAll('-', '').slice(2);
  const tail = Array.from({ length: 5 }, () => codeAlphabet[randomInt(codeAlphabet.length)]);
  return `W${day}-${tail.join('')}`;
}
