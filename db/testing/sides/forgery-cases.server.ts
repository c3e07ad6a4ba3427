import { acceptDonation } from '~/commands/accept-donation.server';
import { amendCampaign } from '~/commands/amend-campaign.server';
import { amendHousehold } from '~/commands/amend-household.server';
import { amendOrganisation } from '~/commands/amend-organisation.server';
import { amendPerson } from '~/commands/amend-person.server';
import { amendPlace } from '~/commands/amend-place.server';
import { closeCampaign } from '~/commands/close-campaign.server';
import { closeDonation } from '~/commands/close-donation.server';
import { closeProgramme } from '~/commands/close-programme.server';
import { countIntake } from '~/commands/count-intake.server';
import { countStock } from '~/commands/count-stock.server';
import { declineDonation } from '~/commands/decline-donation.server';
import { endHousehold } from '~/commands/end-household.server';
import { endOrganisation } from '~/commands/end-organisation.server';
import { endPerson } from '~/commands/end-person.server';
import { endPlace } from '~/commands/end-place.server';
import { findStock } from '~/commands/find-stock.server';
import { openCampaign } from '~/commands/open-campaign.server';
import { openParcel } from '~/commands/open-parcel.server';
import { openProgramme } from '~/commands/open-programme.server';
import { packParcel } from '~/commands/pack-parcel.server';
import { pledgeDonation } from '~/commands/pledge-donation.server';
import { quarantineStock, unquarantineStock } from '~/commands/quarantine-stock.server';
import { registerHousehold } from '~/commands/register-household.server';
import { registerOrganisation } from '~/commands/register-organisation.server';
import { registerPerson } from '~/commands/register-person.server';
import { registerPlace } from '~/commands/register-place.server';
import { reopenDonation } from '~/commands/reopen-donation.server';
import { reopenDonationLine } from '~/commands/reopen-donation-line.server';
import { returnGoods } from '~/commands/return-goods.server';
import { reverseCount } from '~/commands/reverse-count.server';
import { reverseMovement } from '~/commands/reverse-movement.server';
import { splitParcel } from '~/commands/split-parcel.server';
import { withdrawDonation } from '~/commands/withdraw-donation.server';
import { writeOffStock } from '~/commands/write-off-stock.server';
import { LOOSE } from '~/domain/ledger';
import { amendPersonSchema, householdSchema, personSchema } from '~/domain/register';
import { forgeryCase, type ForgeryCase } from './forgery.server';
import type { Side } from './make-side.server';
import { NOW, TODAY } from './side-env.server';
import { counted, pledgeLine, pledgeTo } from './side-goods.server';

const anyDepot = 'a donor gives to whichever place it likes';
const anyCampaign = 'campaigns are open to the whole house (db/queries/campaigns)';

const where = { address: undefined, capacityL: undefined, coordinates: undefined };
const described = { address: undefined, contactName: undefined, contactPhone: undefined };

export function houseCases(): ForgeryCase[] {
  return [
    forgeryCase('register-organisation', registerOrganisation)('bureau', (side) => ({
      kind: 'centre',
      name: '新活动中心',
      divisionCode: side.village,
      creditCode: undefined,
      ...described,
    })),
    forgeryCase('amend-organisation', amendOrganisation)('bureau', (side) => ({
      organisationId: side.organisation.centre,
      version: 1,
      name: '改名活动中心',
      divisionCode: side.village,
      creditCode: undefined,
      ...described,
    })),
    forgeryCase('end-organisation', endOrganisation)('bureau', (side) => ({
      organisationId: side.organisation.spare,
      version: 1,
    })),
    forgeryCase('register-place', registerPlace)('bureau', (side) => ({
      organisationId: side.organisation.centre,
      kind: 'centre',
      name: '新点',
      divisionCode: side.village,
      ...where,
    })),
    ...(['bureau', 'centre'] as const).map((role) =>
      forgeryCase('amend-place', amendPlace)(role, (side) => ({
        placeId: side.place.centre,
        version: 1,
        name: '改名点',
        divisionCode: side.village,
        ...where,
      })),
    ),
    forgeryCase('end-place', endPlace)('bureau', (side) => ({
      placeId: side.place.spare,
      version: 1,
    })),
    ...(['bureau', 'centre'] as const).flatMap((role) => [
      forgeryCase('open-programme', openProgramme)(role, (side) => ({
        placeId: side.place.centre,
        group: 'elderly',
        name: '长者食堂',
      })),
      forgeryCase('close-programme', closeProgramme)(role, (side) => ({
        programmeId: side.spareProgrammeId,
        version: 1,
      })),
    ]),
  ];
}

export function campaignCases(): ForgeryCase[] {
  return [
    forgeryCase('open-campaign', openCampaign)('bureau', (side) => ({
      name: '春风',
      divisionCode: side.county,
      startsOn: TODAY,
      endsOn: undefined,
    })),
    forgeryCase('amend-campaign', amendCampaign)('bureau', (side) => ({
      campaignId: side.stock.campaignId,
      version: 1,
      name: '暖冬二',
      startsOn: TODAY,
      endsOn: undefined,
    })),
    forgeryCase('close-campaign', closeCampaign)('bureau', (side) => ({
      campaignId: side.stock.campaignId,
      version: 1,
    })),
  ];
}

export function registerCases(): ForgeryCase[] {
  const typed = (side: Side) => ({ divisionCode: side.village, name: '莫阿婆' });
  const household = (side: Side) => ({ ...side.handouts.household, version: 1 });
  return [
    forgeryCase('register-household', registerHousehold)('centre', (side) =>
      householdSchema(TODAY).parse({ ...typed(side), hukouDivisionCode: '' }),
    ),
    forgeryCase('amend-household', amendHousehold)('centre', (side) => ({
      householdId: household(side).householdId,
      version: 1,
      residenceDivisionCode: side.village,
      hukouDivisionCode: '450000000000',
    })),
    forgeryCase('end-household', endHousehold)('centre', (side) => ({
      householdId: household(side).householdId,
      version: 1,
      reason: 'moved_away',
    })),
    forgeryCase('register-person', registerPerson)('centre', (side) => ({
      householdId: household(side).householdId,
      ...personSchema(TODAY).parse({ relationship: 'grandchild', name: '韦小妹' }),
    })),
    forgeryCase('amend-person', amendPerson)('centre', (side) => ({
      personId: household(side).personId,
      version: 1,
      ...amendPersonSchema(TODAY).parse({ name: '韦大婆' }),
    })),
    forgeryCase('end-person', endPerson)('centre', (side) => ({
      personId: household(side).personId,
      version: 1,
      reason: 'moved_away',
    })),
  ];
}

export function donationCases(): ForgeryCase[] {
  const goods = (side: Side) => side.stock.goods;
  return [
    forgeryCase('pledge-donation', pledgeDonation)(
      'foundation',
      (side) => ({
        ...pledgeTo(side.place.depot, [pledgeLine(side.items.coatId, 5)]),
        campaignId: side.stock.campaignId,
      }),
      { placeId: anyDepot, campaignId: anyCampaign },
    ),
    forgeryCase('withdraw-donation', withdrawDonation)('foundation', (side) => ({
      donationId: side.stock.pledged.donationId,
      version: 1,
      reason: 'changed_plans',
    })),
    ...(['depot', 'bureau'] as const).flatMap((role) => [
      forgeryCase('accept-donation', acceptDonation)(role, (side) => ({
        donationId: side.stock.pledged.donationId,
        version: 1,
        declined: [
          { lineId: side.stock.pledged.lineId, quantity: 1, reason: 'not_needed' as const },
        ],
      })),
      forgeryCase('decline-donation', declineDonation)(role, (side) => ({
        donationId: side.stock.pledged.donationId,
        version: 1,
        reason: 'not_needed',
      })),
      forgeryCase('close-donation', closeDonation)(role, (side) => ({
        donationId: goods(side).donationId,
        version: 3,
        reason: 'donor_delivers_less',
      })),
      forgeryCase('reopen-donation', reopenDonation)(role, (side) => ({
        donationId: side.stock.closed.donationId,
        version: 4,
        reason: 'closed_wrongly',
      })),
      forgeryCase('reopen-donation-line', reopenDonationLine)(role, (side) => ({
        donationId: side.stock.short.donationId,
        version: 4,
        lineId: side.stock.short.lineId,
        reason: 'closed_wrongly',
      })),
    ]),
    // Whoever has a box has its donation's code, and counts it at a place of its own: the page asks for the code.
    forgeryCase('count-intake', countIntake)('depot', (side) => ({
      donationId: goods(side).donationId,
      version: 3,
      placeId: side.place.depot,
      occurredAt: NOW.toISOString(),
      lines: [{ ...counted(goods(side).lineId, 10), reason: 'short_delivered' }],
      closing: [{ donationLineId: goods(side).lineId, reason: 'short_delivered' }],
    })),
    forgeryCase('reverse-count', reverseCount)('depot', (side) => ({
      donationId: side.stock.short.donationId,
      version: 4,
      intakeId: side.stock.short.intakeId,
    })),
  ];
}

export function stockCases(): ForgeryCase[] {
  const loose = (side: Side, quantity: number) => ({
    placeId: side.place.depot,
    lotId: side.stock.goods.lotId,
    parcelId: LOOSE,
    quantity,
  });
  const boxed = (side: Side) => ({ ...loose(side, 10), parcelId: side.stock.parcelId });
  return [
    forgeryCase('quarantine-stock', quarantineStock)('depot', (side) => ({
      ...boxed(side),
      reason: 'wet',
    })),
    forgeryCase('unquarantine-stock', unquarantineStock)('depot', (side) => ({
      ...loose(side, 20),
      reason: 'cleaned',
    })),
    forgeryCase('write-off-stock', writeOffStock)('depot', (side) => ({
      ...boxed(side),
      from: 'stock',
      reason: 'damaged',
    })),
    forgeryCase('return-goods', returnGoods)('depot', (side) => ({
      ...boxed(side),
      from: 'stock',
      reason: 'donor_asked',
    })),
    forgeryCase('find-stock', findStock)('depot', (side) => ({
      placeId: side.place.depot,
      itemId: side.items.coatId,
      size: '',
      quantity: 3,
    })),
    forgeryCase('count-stock', countStock)('depot', (side) => ({
      placeId: side.place.depot,
      lines: [
        { lotId: side.stock.goods.lotId, parcelId: side.stock.parcelId, book: 10, counted: 10 },
        { lotId: side.stock.short.lotId, parcelId: LOOSE, book: 30, counted: 30 },
      ],
    })),
    forgeryCase('pack-parcel', packParcel)('depot', (side) => ({
      placeId: side.place.depot,
      kind: 'box',
      lines: [
        { lotId: side.stock.goods.lotId, parcelId: LOOSE, quantity: 2 },
        {
          lotId: side.stock.goods.lotId,
          parcelId: LOOSE,
          quantity: 2,
          allocationLineId: side.needs.allocation.allocationLineId,
        },
      ],
    })),
    forgeryCase('open-parcel', openParcel)('depot', (side) => ({ parcelId: side.stock.parcelId })),
    forgeryCase('split-parcel', splitParcel)('depot', (side) => ({
      parcelId: side.stock.parcelId,
      parts: [{ kind: 'bag', lines: [{ lotId: side.stock.goods.lotId, quantity: 4 }] }],
    })),
    forgeryCase('reverse-movement', reverseMovement)('depot', (side) => ({
      placeId: side.place.depot,
      movementId: side.stock.quarantineMovementId,
    })),
    forgeryCase('reverse-movement: dispatch', reverseMovement)('depot', (side) => ({
      placeId: side.place.depot,
      movementId: side.road.onTheRoad.dispatchMovementId,
    })),
  ];
}
