import type { LockedShipment } from '~db/store/shipment.server';
import { isInParcel } from '~/domain/fefo';
import { LOOSE, OPENED, type Account, type Movement, type MovementLine } from '~/domain/ledger';
import type { ReceiptLine } from '~/domain/shipment-figures';
import { accountAt, transitOf } from './shipment-step.server';

interface OnTheRoad {
  lotId: string;
  parcelId: string;
  quantity: number;
}
type Line = LockedShipment['lines'][number];
interface Receiving {
  newId: () => string;
  occurredAt: Date;
  receiptId: string;
}

/**
 * What one receiving posts. A parcel that comes whole and sound stays a parcel; any other is opened on the road first,
 * and so are packs that broke.
 */
export function receiptMovements(
  { newId, occurredAt, receiptId }: Receiving,
  shipment: LockedShipment,
  counted: readonly ReceiptLine[],
  onTheRoad: readonly OnTheRoad[],
): Movement[] {
  const transit = transitOf(shipment);
  const whole = wholeParcels(shipment.lines, counted, onTheRoad);
  const packs = new Map(shipment.lines.map((line) => [line.lotId, line.packSize ?? 1]));
  const goods = new Road(transit, onTheRoad, whole, packs);
  const received: MovementLine[] = [];
  const damaged: MovementLine[] = [];
  const lost: MovementLine[] = [];
  for (const one of counted) {
    const line = shipment.lines.find((other) => other.id === one.lineId);
    if (!line) throw new Error('a receipt line without its shipment line');
    for (const part of goods.take(line, one.received)) {
      const to = accountAt(shipment.to, line.allocationLineId);
      received.push({ ...part, to, toParcelId: part.fromParcelId });
    }
    for (const part of goods.take(line, one.damaged)) {
      damaged.push({ ...part, to: lossAt(shipment.to, 'damaged'), toParcelId: part.fromParcelId });
    }
    for (const part of goods.take(line, one.lost)) {
      // Until somebody has received them they are the sender's loss.
      const to = lossAt(shipment.from, one.reason ?? 'short_in_transit');
      lost.push({ ...part, to, toParcelId: part.fromParcelId });
    }
  }
  const cause = { kind: 'receipt', id: receiptId };
  const movements: Movement[] = [
    { id: newId(), kind: 'open', cause, occurredAt, lines: goods.opened },
    { id: newId(), kind: 'receive', cause, occurredAt, lines: received },
    { id: newId(), kind: 'lose', cause, occurredAt, lines: damaged, reason: 'damaged' },
    { id: newId(), kind: 'lose', cause, occurredAt, lines: lost },
  ];
  return movements.filter((one) => one.kind === 'reverse' || one.lines.length > 0);
}

/** Parcels of which this receiving takes everything, and everything sound. */
function wholeParcels(
  lines: readonly Line[],
  counted: readonly ReceiptLine[],
  onTheRoad: readonly OnTheRoad[],
): Set<string> {
  const received = new Map<string, number>();
  for (const one of counted) {
    const line = lines.find((other) => other.id === one.lineId);
    if (!line) continue;
    const key = `${line.parcelId} ${line.lotId}`;
    received.set(key, (received.get(key) ?? 0) + one.received);
  }
  const parcels = new Set(onTheRoad.filter(isInParcel).map((one) => one.parcelId));
  for (const { parcelId, lotId, quantity } of onTheRoad) {
    if (received.get(`${parcelId} ${lotId}`) !== quantity) parcels.delete(parcelId);
  }
  return parcels;
}

/** What is on the road, taken step by step; notes what has to be opened for it. */
class Road {
  readonly opened: MovementLine[] = [];
  private readonly left: OnTheRoad[];

  constructor(
    private readonly transit: Account,
    onTheRoad: readonly OnTheRoad[],
    private readonly whole: ReadonlySet<string>,
    private readonly packs: ReadonlyMap<string, number>,
  ) {
    this.left = onTheRoad.map((one) => ({ ...one }));
  }

  take(line: Line, quantity: number): (Omit<MovementLine, 'to'> & { fromParcelId: string })[] {
    const { lotId, allocationLineId } = line;
    if (quantity === 0) return [];
    const part = (parcelId: string, taken: number) => {
      this.add(lotId, parcelId, -taken);
      return {
        lotId,
        from: this.transit,
        fromParcelId: parcelId,
        quantity: taken,
        ...(allocationLineId !== null && { allocationLineId }),
      };
    };
    if (this.whole.has(line.parcelId)) return [part(line.parcelId, quantity)];
    if (isInParcel(line)) this.openParcel(line);
    const pack = this.packOf(lotId);
    const opened = Math.min(this.have(lotId, OPENED), quantity);
    const fromOpened = line.parcelId === OPENED ? opened : Math.min(opened, quantity % pack);
    const rest = quantity - fromOpened;
    const broken = rest % pack;
    if (broken > 0) this.open(lotId, LOOSE, OPENED, pack);
    return [
      ...(rest - broken > 0 ? [part(LOOSE, rest - broken)] : []),
      ...(fromOpened + broken > 0 ? [part(OPENED, fromOpened + broken)] : []),
    ];
  }

  private openParcel(line: Line): void {
    const inside = this.left.filter((one) => one.parcelId === line.parcelId && one.quantity > 0);
    for (const one of inside) {
      const { lotId, quantity } = one;
      // No whole number of packs: they were open before they were put in.
      const to = quantity % this.packOf(lotId) === 0 ? LOOSE : OPENED;
      this.open(lotId, one.parcelId, to, quantity);
    }
  }

  private open(lotId: string, from: string, to: string, quantity: number): void {
    this.add(lotId, from, -quantity);
    this.add(lotId, to, quantity);
    this.opened.push({
      lotId,
      from: this.transit,
      fromParcelId: from,
      to: this.transit,
      toParcelId: to,
      quantity,
    });
  }

  private packOf(lotId: string): number {
    return this.packs.get(lotId) ?? 1;
  }

  private have(lotId: string, parcelId: string): number {
    return this.slot(lotId, parcelId).quantity;
  }

  private add(lotId: string, parcelId: string, quantity: number): void {
    this.slot(lotId, parcelId).quantity += quantity;
  }

  private slot(lotId: string, parcelId: string): OnTheRoad {
    const found = this.left.find((one) => one.lotId === lotId && one.parcelId === parcelId);
    if (found) return found;
    const made = { lotId, parcelId, quantity: 0 };
    this.left.push(made);
    return made;
  }
}

function lossAt(
  place: { id: string; countyCode: string },
  reason: Extract<Account, { kind: 'loss' }>['reason'],
): Account {
  return { kind: 'loss', placeId: place.id, countyCode: place.countyCode, reason };
}
