import { acceptDonation } from '~/commands/accept-donation.server';
import { pledgeDonation } from '~/commands/pledge-donation.server';
import { pledgeSchema } from '~/domain/pledge';
import type { z } from 'zod';
import type { House } from './set-up';
import { from, must, typed, type Story } from './story';

type TypedPledge = z.input<ReturnType<typeof pledgeSchema>>;
type TypedLine = TypedPledge['lines'][number];

/** Sets of the padded clothes by size; the source gives only the 1,000. */
export const childSizes: [size: string, sets: number][] = [
  ['100', 40],
  ['110', 80],
  ['120', 130],
  ['130', 160],
  ['140', 150],
  ['150', 110],
  ['160', 70],
  ['170', 30],
];
const adultSizes: [size: string, sets: number][] = [
  ['155/80A', 30],
  ['160/84A', 60],
  ['165/88A', 50],
  ['170/88A', 45],
  ['175/92A', 30],
  ['180/96A', 15],
];
const uniformSizes: [size: string, sets: number][] = [
  ['110', 12],
  ['120', 28],
  ['130', 36],
  ['140', 34],
  ['150', 28],
  ['160', 20],
];

export interface Pledges {
  rice: string;
  coats: string;
  uniforms: string;
}

/**
 * The goods of the Warm Winter action: 30 t of rice, 1,000 padded sets, 158 uniforms with stationery. The source gives
 * their whole value as "over 300,000 yuan"; the unit prices (4.6 a kilogram, 150 a set, 100 to 140 a kit) are the ones
 * its recomputation finds plausible.
 */
export async function pledge(story: Story, house: House, campaignId: string): Promise<Pledges> {
  const delivery = { placeId: house.place('depot'), campaignId, deliverOn: story.day(28) };
  story.at(40, '10:10');
  const rice = await send(story, house, 'reserve', {
    ...delivery,
    donorNameShown: true,
    lines: [
      {
        itemCode: 'rice',
        quantity: '30',
        unitCode: 't',
        valueBasis: 'invoice',
        valueLowFen: '138,000',
        producedOn: story.day(60),
        bestBefore: story.day(-305),
        purpose: '冬春救助，优先困难老人家庭',
      },
    ],
  });
  story.at(40, '14:25');
  const coats = await send(story, house, 'zhihui', {
    ...delivery,
    donorNameShown: true,
    lines: [
      ...childSizes.map((one) => coatLine('padded_set_child', one)),
      ...adultSizes.map((one) => coatLine('padded_set_adult', one)),
    ],
  });
  story.at(39, '09:40');
  const uniforms = await send(story, house, 'fushun', {
    ...delivery,
    donorNameShown: true,
    lines: uniformSizes.map(([size, sets]) => ({
      itemCode: 'uniform_kit',
      size,
      quantity: String(sets),
      unitCode: 'piece',
      valueBasis: 'estimate',
      valueLowFen: String(sets * 100),
      valueHighFen: String(sets * 140),
      restrictedGroup: 'children',
    })),
  });
  return { rice, coats, uniforms };
}

function coatLine(itemCode: string, [size, sets]: [string, number]): TypedLine {
  return {
    itemCode,
    size,
    quantity: String(sets),
    unitCode: 'piece',
    valueBasis: 'agreement',
    valueLowFen: String(sets * 150),
  };
}

async function send(
  story: Story,
  house: House,
  userName: string,
  form: TypedPledge,
): Promise<string> {
  const schema = pledgeSchema(story.findItem, story.day(40));
  const sent = from(story, house.actor(userName));
  const made = await must(pledgeDonation(story.env, sent, typed(schema, form)));
  return made.donationId;
}

/** Quilts that the depot has accepted and awaits. */
export async function pledgeAwaited(story: Story, house: House, campaignId: string): Promise<void> {
  story.at(5, '11:20');
  const donationId = await send(story, house, 'zhihui', {
    placeId: house.place('depot'),
    campaignId,
    deliverOn: story.day(-4),
    donorNameShown: true,
    lines: [
      {
        itemCode: 'quilt',
        quantity: '60',
        unitCode: 'piece',
        valueBasis: 'fair_value',
        valueLowFen: '7,200',
        restrictedGroup: 'elderly',
      },
    ],
  });
  story.at(4, '09:00');
  const input = { donationId, version: 1, declined: [] };
  await must(acceptDonation(story.env, from(story, house.actor('depot')), input));
}

/** One pledge more, from last week, that nobody has answered yet. */
export async function pledgeLate(story: Story, house: House, campaignId: string): Promise<void> {
  story.at(3, '16:20');
  await send(story, house, 'fushun', {
    placeId: house.place('depot'),
    campaignId,
    deliverOn: story.day(-12),
    donorNameShown: false,
    lines: [
      {
        itemCode: 'school_bag',
        quantity: '120',
        unitCode: 'piece',
        valueBasis: 'estimate',
        valueLowFen: '4,800',
        valueHighFen: '6,000',
        restrictedDivisionCode: '451121000000',
        restrictedGroup: 'children',
      },
      {
        itemCode: 'basketball',
        quantity: '30',
        unitCode: 'piece',
        valueBasis: 'estimate',
        valueLowFen: '1,500',
        valueHighFen: '2,100',
      },
    ],
  });
}

/** The depot takes all three on. */
export async function accept(story: Story, house: House, pledges: Pledges): Promise<void> {
  story.at(38, '09:15');
  for (const donationId of [pledges.rice, pledges.coats, pledges.uniforms]) {
    const input = { donationId, version: 1, declined: [] };
    await must(acceptDonation(story.env, from(story, house.actor('depot')), input));
  }
}
