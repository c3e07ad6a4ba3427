import type { Actor } from '~/domain/actor';
import { countingUnit } from '~/domain/counting-unit';
import { isInParcel } from '~/domain/fefo';
import { refusal, type Action } from '~/domain/policy';
import { shipmentLineFigures } from '~/domain/shipment';
import type { ReadEnv } from '~/server/snapshot.server';
import { listItemsById } from '~db/queries/items.server';
import type { ShipmentFound } from '~db/queries/shipment.server';

/** The shipment's lines with names, units and what became of them. */
export async function linesToShow(db: ReadEnv['db'], shipment: ShipmentFound) {
  const items = await listItemsById(
    db,
    shipment.lines.map((line) => line.itemId),
  );
  return shipment.lines.map((line) => {
    const item = items.find((one) => one.id === line.itemId);
    if (!item) throw new Error('goods without their item');
    const figures = shipmentLineFigures(shipment.state, line.id);
    const unit = countingUnit(line.quantity, item.units, line.packSize);
    return {
      ...line,
      inParcel: isInParcel(line),
      item: { nameZh: item.nameZh, nameEn: item.nameEn, units: item.units },
      weightMg: item.weightMg,
      volumeUl: item.volumeUl,
      unitCode: unit.code,
      factor: unit.factor,
      figures,
    };
  });
}
export type LineToShow = Awaited<ReturnType<typeof linesToShow>>[number];

/** Why the reader may not do this to the shipment, or undefined. */
export function shipmentRefusal(action: Action, actor: Actor, shipment: ShipmentFound) {
  const receiving = action === 'shipment.receive' || action === 'shipment.claim_over';
  const { organisationId, divisionCode } = receiving ? shipment.to : shipment.from;
  const doneBy = receiving ? { doneBy: shipment.senders } : {};
  const { status } = shipment;
  return refusal(action, actor, { status, organisationId, divisionCode, ...doneBy });
}
