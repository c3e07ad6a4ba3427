import { addHandoutLines } from '~/commands/add-handout-lines.server';
import { amendRequest } from '~/commands/amend-request.server';
import { amendShipment } from '~/commands/amend-shipment.server';
import { approveRequest } from '~/commands/approve-request.server';
import { cancelShipment } from '~/commands/cancel-shipment.server';
import { claimOver } from '~/commands/claim-over.server';
import { closeHandout } from '~/commands/close-handout.server';
import { closeRequest } from '~/commands/close-request.server';
import { decideOver } from '~/commands/decide-over.server';
import { dispatchShipment } from '~/commands/dispatch-shipment.server';
import { draftRequest } from '~/commands/draft-request.server';
import { draftShipment } from '~/commands/draft-shipment.server';
import { findAgain } from '~/commands/find-again.server';
import { makeAllocation } from '~/commands/make-allocation.server';
import { openHandout } from '~/commands/open-handout.server';
import { packShipment } from '~/commands/pack-shipment.server';
import { postSignOff } from '~/commands/post-sign-off.server';
import { receiveShipment } from '~/commands/receive-shipment.server';
import { recordSignOff } from '~/commands/record-sign-off.server';
import { releaseAllocation } from '~/commands/release-allocation.server';
import { removeHandoutLine } from '~/commands/remove-handout-line.server';
import { returnRequest } from '~/commands/return-request.server';
import { reverseSignOff } from '~/commands/reverse-sign-off.server';
import { submitRequest } from '~/commands/submit-request.server';
import { useGoods } from '~/commands/use-goods.server';
import { withdrawRequest } from '~/commands/withdraw-request.server';
import { LOOSE } from '~/domain/ledger';
import { signed } from '../centre-stage.server';
import { forgeryCase, type ForgeryCase } from './forgery.server';
import type { Side } from './make-side.server';
import { TODAY } from './side-env.server';
import { requestOf } from './side-needs.server';
import { receiptLine, road } from './side-road.server';

const anyCampaign = 'campaigns are open to the whole house (db/queries/campaigns)';
const anyReceiver = 'free goods may go to any place of the house; held ones to that of their need';

export function requestCases(): ForgeryCase[] {
  const form = (side: Side) => ({
    ...requestOf(side.programmeId, side.items.coatId, 4),
    campaignId: side.stock.campaignId,
  });
  const at = (side: Side, state: 'draft' | 'submitted' | 'approved') => ({
    requestId: side.needs[state].requestId,
    version: { draft: 1, submitted: 2, approved: 3 }[state],
  });
  return [
    forgeryCase('draft-request', draftRequest)('centre', form, { campaignId: anyCampaign }),
    forgeryCase('amend-request', amendRequest)(
      'centre',
      (side) => ({ ...at(side, 'draft'), form: form(side) }),
      { 'form.campaignId': anyCampaign },
    ),
    forgeryCase('submit-request', submitRequest)('centre', (side) => at(side, 'draft')),
    forgeryCase('withdraw-request', withdrawRequest)('centre', (side) => at(side, 'submitted')),
    ...(['township', 'bureau'] as const).flatMap((role) => [
      forgeryCase('approve-request', approveRequest)(role, (side) => ({
        ...at(side, 'submitted'),
        note: null,
        lines: [{ lineId: side.needs.submitted.lineId, approved: 3, cutReason: 'supply_short' }],
      })),
      forgeryCase('return-request', returnRequest)(role, (side) => ({
        ...at(side, 'submitted'),
        reason: '请写清尺码',
      })),
    ]),
    ...(['centre', 'bureau'] as const).map((role) =>
      forgeryCase('close-request', closeRequest)(role, (side) => ({
        ...at(side, 'approved'),
        reason: '不再需要',
      })),
    ),
    forgeryCase('make-allocation', makeAllocation)('bureau', (side) => ({
      ...at(side, 'approved'),
      lines: [
        {
          requestLineId: side.needs.approved.lineId,
          lotId: side.stock.goods.lotId,
          parcelId: side.stock.parcelId,
          placeId: side.place.depot,
          quantity: 10,
        },
        {
          requestLineId: side.needs.approved.lineId,
          lotId: null,
          donationLineId: side.stock.goods.lineId,
          placeId: side.place.depot,
          quantity: 5,
        },
      ],
    })),
    forgeryCase('release-allocation', releaseAllocation)('bureau', (side) => ({
      allocationId: side.needs.allocation.allocationId,
      version: 1,
      lines: [{ lineId: side.needs.allocation.allocationLineId, quantity: 3 }],
      reason: '改给别处',
    })),
  ];
}

export function shipmentCases(): ForgeryCase[] {
  const goods = (side: Side) => ({
    allocationLineId: side.road.draft.allocation.allocationLineId,
    lotId: side.stock.goods.lotId,
    parcelId: LOOSE,
    quantity: 10,
  });
  const box = (side: Side) => ({
    allocationLineId: null,
    lotId: side.stock.goods.lotId,
    parcelId: side.stock.parcelId,
    quantity: 10,
  });
  const draft = (side: Side) => ({ shipmentId: side.road.draft.shipmentId, version: 1 });
  return [
    forgeryCase('draft-shipment: free', draftShipment)(
      'depot',
      (side) => ({
        fromPlaceId: side.place.depot,
        toPlaceId: side.place.centre,
        lines: [box(side)],
      }),
      { toPlaceId: anyReceiver },
    ),
    forgeryCase('draft-shipment: held', draftShipment)('depot', (side) => ({
      fromPlaceId: side.place.depot,
      toPlaceId: side.place.centre,
      lines: [
        {
          ...goods(side),
          allocationLineId: side.needs.allocation.allocationLineId,
          quantity: 6,
        },
      ],
    })),
    forgeryCase('amend-shipment', amendShipment)('depot', (side) => ({
      ...draft(side),
      lines: [goods(side), box(side)],
    })),
    forgeryCase('pack-shipment', packShipment)('depot', (side) => ({
      ...draft(side),
      kind: 'box',
      lines: [goods(side)],
    })),
    forgeryCase('cancel-shipment', cancelShipment)('depot', draft),
    forgeryCase('dispatch-shipment', dispatchShipment)('depot', (side) => ({
      ...draft(side),
      ...road,
    })),
  ];
}

export function receiptCases(): ForgeryCase[] {
  const came = (side: Side) => ({ shipmentId: side.road.came.shipmentId, version: 4 });
  return [
    forgeryCase('receive-shipment', receiveShipment)('centre', (side) => ({
      shipmentId: side.road.onTheRoad.shipmentId,
      version: 2,
      lines: [receiptLine(side.road.onTheRoad.lineId, 4)],
    })),
    forgeryCase('claim-over', claimOver)('centre', (side) => ({
      ...came(side),
      lineId: side.road.came.lineId,
      quantity: 1,
    })),
    forgeryCase('decide-over', decideOver)('depot', (side) => ({
      ...came(side),
      claimId: side.road.came.claimId,
      confirmed: true,
    })),
    ...(['sender', 'receiver'] as const).map((end) =>
      forgeryCase(`find-again: ${end}`, findAgain)(
        end === 'sender' ? 'depot' : 'centre',
        (side) => ({ ...came(side), lineId: side.road.came.lineId, quantity: 1, side: end }),
      ),
    ),
  ];
}

export function handoutCases(): ForgeryCase[] {
  const list = (side: Side) => ({ handoutId: side.handouts.list.handoutId, version: 1 });
  const due = (side: Side) => ({
    requestLineId: side.road.came.request.lineId,
    entitledQuantity: 1,
    recipient: { householdId: side.handouts.household.householdId },
  });
  const person = (side: Side) => ({
    ...due(side),
    recipient: { personId: side.handouts.neighbour.personId },
  });
  return [
    forgeryCase('open-handout', openHandout)('centre', (side) => ({
      programmeId: side.programmeId,
      handoutOn: TODAY,
      lines: [due(side), person(side)],
    })),
    forgeryCase('add-handout-lines', addHandoutLines)('centre', (side) => ({
      ...list(side),
      lines: [person(side)],
    })),
    forgeryCase('remove-handout-line', removeHandoutLine)('centre', (side) => ({
      ...list(side),
      handoutLineId: side.handouts.list.lineIds[1],
    })),
    forgeryCase('close-handout', closeHandout)('centre', list),
    forgeryCase('record-sign-off', recordSignOff)(
      'centre',
      (side) => ({
        ...signed(side.handouts.list.lineIds[1], { quantity: 2, leftSeen: 2 }),
        signOffId: side.handouts.spareSignOffId,
      }),
      { signOffId: 'made on the device, and used by nobody yet' },
    ),
    forgeryCase('post-sign-off', postSignOff)('centre', (side) => ({
      signOffId: side.handouts.disputed.signOffId,
      version: 1,
    })),
    forgeryCase('reverse-sign-off', reverseSignOff)('centre', (side) => ({
      signOffId: side.handouts.posted.signOffId,
      version: 1,
      reason: 'wrong_person',
    })),
    forgeryCase('use-goods', useGoods)('centre', (side) => ({
      requestLineId: side.road.came.request.lineId,
      quantity: 1,
      purpose: 'class',
    })),
  ];
}
