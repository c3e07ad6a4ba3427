import type { MissingReason } from './shipment';

/** What one receiving found of one shipment line; smallest units. What is in none of the three is still on the road. */
export type ReceiptLine = {
  lineId: string;
  received: number;
  damaged: number;
  lost: number;
  /** Why goods are lost; damage names itself. */
  reason: MissingReason | null;
};

export interface OverClaim {
  lineId: string;
  quantity: number;
  status: 'claimed' | 'confirmed' | 'refused';
}

export interface ShipmentLineState {
  /** As dispatched at first, without what was confirmed as over. */
  sent: number;
  /** Turned up again after it was written off. */
  found: number;
}

/** sent = received + damaged + lost + found + outstanding, always. */
export interface ShipmentLineFigures {
  /** With what the sender confirmed as over. */
  sent: number;
  received: number;
  damaged: number;
  lost: number;
  found: number;
  outstanding: number;
  /** Confirmed as over; a part of `sent`. */
  over: number;
  /** Claimed as over and not decided: in nobody's balance and in none of the other figures. */
  claimed: number;
}

export function lineFigures(
  line: ShipmentLineState,
  receipts: readonly ReceiptLine[],
  claims: readonly OverClaim[],
): ShipmentLineFigures {
  const over = sum(claims.filter((one) => one.status === 'confirmed').map((one) => one.quantity));
  const claimed = sum(claims.filter((one) => one.status === 'claimed').map((one) => one.quantity));
  const received = sum(receipts.map((one) => one.received));
  const damaged = sum(receipts.map((one) => one.damaged));
  const writtenOff = sum(receipts.map((one) => one.lost));
  const sent = line.sent + over;
  // What turns up is first taken for something lost, and only then for something thought spoiled.
  const foundOfLost = Math.min(line.found, writtenOff);
  return {
    sent,
    received,
    damaged: damaged - (line.found - foundOfLost),
    lost: writtenOff - foundOfLost,
    found: line.found,
    outstanding: sent - received - damaged - writtenOff,
    over,
    claimed,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
