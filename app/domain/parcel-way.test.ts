import { describe, expect, it } from 'vitest';
import { LOOSE, OPENED } from './ledger';
import { wayOfParcel, type LedgerLine } from './parcel-way';

const BOX = 'box';
let minute = 0;
/** `[kind, from account, from parcel, to account, to parcel]`, each a minute after the one before. */
function line(
  kind: LedgerLine['kind'],
  [fromAccountId, fromParcelId]: [string, string],
  [toAccountId, toParcelId]: [string, string],
  lotId = 'coats',
): LedgerLine {
  minute += 1;
  const at = new Date(Date.UTC(2026, 0, 5, 0, minute));
  return {
    movementId: `m${minute}`,
    kind,
    recordedAt: at,
    occurredAt: at,
    from: { kind: 'stock' },
    to: { kind: 'stock' },
    quantity: 1,
    lotId,
    fromAccountId,
    fromParcelId,
    toAccountId,
    toParcelId,
  };
}
const ids = (lines: LedgerLine[]) => lines.map(({ movementId }) => movementId);

describe('the way of a parcel', () => {
  const intake = line('intake', ['donor', LOOSE], ['depot', LOOSE]);
  const elsewhere = line('intake', ['donor', LOOSE], ['other depot', LOOSE]);
  const otherLot = line('intake', ['donor', LOOSE], ['depot', LOOSE], 'rice');
  const packed = line('pack', ['depot', LOOSE], ['depot', BOX]);
  const later = line('intake', ['donor', LOOSE], ['depot', LOOSE]);
  const otherBox = line('pack', ['depot', LOOSE], ['depot', 'other box']);
  const sent = line('dispatch', ['depot', BOX], ['road', BOX]);
  const come = line('receive', ['road', BOX], ['centre', BOX]);
  const looseThere = line('hand_out', ['centre', LOOSE], ['early household', LOOSE]);
  const opened = line('open', ['centre', BOX], ['centre', OPENED]);
  const given = line('hand_out', ['centre', OPENED], ['household', LOOSE]);
  const fromDepot = line('hand_out', ['depot', LOOSE], ['another', LOOSE]);
  const back = line('return', ['household', LOOSE], ['centre', LOOSE]);
  const all = [
    intake,
    elsewhere,
    otherLot,
    packed,
    later,
    otherBox,
    sent,
    come,
    looseThere,
    opened,
    given,
    fromDepot,
    back,
  ];

  it('leads from the donor through the box to the households, and takes no neighbour in', () => {
    expect(ids(wayOfParcel(all, BOX))).toEqual(
      ids([intake, packed, sent, come, opened, given, back]),
    );
  });

  it('does not depend on the order in which the lines are read', () => {
    expect(ids(wayOfParcel(all.toReversed(), BOX))).toEqual(ids(wayOfParcel(all, BOX)));
  });

  it('ends with the box while it is closed', () => {
    const closed = all.filter((one) => one !== opened && one.recordedAt < opened.recordedAt);
    expect(ids(wayOfParcel(closed, BOX))).toEqual(ids([intake, packed, sent, come]));
  });
});
