import { openCampaign } from '~/commands/open-campaign.server';
import { allocate, everything, promise } from './allocating';
import { approve, approveCut, ask, draft, sendBack, type Asked } from './asking';
import { askings } from './askings';
import { countFirst, countSecond } from './counting';
import { planTogether } from './planning';
import { accept, pledge, pledgeAwaited, pledgeLate } from './pledges';
import { dispatch, draw, pack, receive, soundAndWhole, unpack } from './shipping';
import { handOutCoats, handOutRice, prepareList, registerAll } from './winter-hand-outs';
import { setUpHouse, type House } from './set-up';
import { from, must, type Story } from './story';

const bag = 10_000;

/** The Warm Winter action (暖冬行动), from set-up to the goods in people's hands, in about six weeks. */
export async function tellWarmWinter(story: Story): Promise<void> {
  const house = await setUpHouse(story);
  const campaignId = await openWarmWinter(story, house);
  const pledges = await pledge(story, house, campaignId);
  await accept(story, house, pledges);
  const families = await registerAll(story, house);
  const asked = await askAll(story, house, campaignId);
  await countFirst(story, house, pledges);
  await allocateFirst(story, house, asked);
  story.at(25, '10:00');
  await promise(story, house, asked.bengjiangElderly, pledges.rice);
  await countSecond(story, house, pledges);
  await shipToZhongshan(story, house, asked);
  await handOutCoats(story, house, families.dalong, asked.dalongChildren.requestId);
  await askLate(story, house, campaignId);
  await shipHalf(story, house, asked);
  await handOutRice(story, house, families.dalong, asked.dalongElderly.requestId);
  await pledgeAwaited(story, house, campaignId);
  await pledgeLate(story, house, campaignId);
  await leaveOnTheRoad(story, house, asked);
  await allocateLate(story, house, asked.baimeiElderly);
  await planTogether(story, house, campaignId);
  await askLast(story, house, campaignId);
  await prepareList(story, house, families.baoan, asked.baoanChildren.requestId);
}

async function openWarmWinter(story: Story, house: House): Promise<string> {
  story.at(44, '09:30');
  const form = {
    name: '暖冬行动',
    divisionCode: '451100000000',
    startsOn: story.day(44),
    endsOn: undefined,
  };
  const opened = await must(openCampaign(story.env, from(story, house.actor('city')), form));
  return opened.campaignId;
}

type Names = Exclude<
  keyof typeof askings,
  | 'maojiaWomen'
  | 'shinanElderly'
  | 'zhuyuanChildren'
  | 'maojiaChildren'
  | 'shinanChildren'
  | 'zhuyuanElderly'
  | 'baoanElderly'
>;

/** Eight requests are sent and approved, one of them cut. */
async function askAll(
  story: Story,
  house: House,
  campaignId: string,
): Promise<Record<Names, Asked>> {
  const asked = {} as Record<Names, Asked>;
  const officers: [Names, string][] = [
    ['dalongChildren', 'gongan'],
    ['dalongElderly', 'gongan'],
    ['baoanChildren', 'zhongshan'],
    ['changchunChildren', 'fuchuan'],
    ['changchunElderly', 'fuchuan'],
    ['bengjiangChildren', 'city'],
    ['bengjiangElderly', 'city'],
  ];
  for (const [index, [name, officer]] of officers.entries()) {
    story.at(36 - Math.floor(index / 3), `09:${10 + index}`);
    const sent = await ask(story, house, campaignId, askings[name]);
    story.at(33, `14:${10 + index}`);
    asked[name] = await approve(story, house, officer, sent);
  }
  story.at(34, '16:30');
  const tooMuch = await ask(story, house, campaignId, askings.baimeiElderly);
  story.at(32, '09:05');
  asked.baimeiElderly = await approveCut(story, house, 'city', tooMuch, 80);
  return asked;
}

/** One request came back to be completed. */
async function askLate(story: Story, house: House, campaignId: string): Promise<void> {
  story.at(12, '10:20');
  const returned = await ask(story, house, campaignId, askings.shinanElderly);
  story.at(11, '11:00');
  await sendBack(story, house, 'city', returned, '请补充独居老人名单人数，并说明现有存粮');
}

/** One waits for its approval, one is still being written. */
async function askLast(story: Story, house: House, campaignId: string): Promise<void> {
  story.at(1, '17:10');
  await ask(story, house, campaignId, askings.zhuyuanChildren);
  story.at(1, '20:15');
  await draft(story, house, campaignId, askings.maojiaWomen);
}

/** Urgent ones first; two villages get a part for now, and the rest of what they asked for stays open. */
async function allocateFirst(
  story: Story,
  house: House,
  asked: Record<Names, Asked>,
): Promise<void> {
  story.at(28, '10:00');
  await allocate(story, house, asked.baoanChildren, everything);
  await allocate(story, house, asked.dalongChildren, everything);
  story.at(28, '11:30');
  await allocate(story, house, asked.changchunChildren, everything);
  story.at(27, '09:30');
  await allocate(story, house, asked.dalongElderly, everything);
  await allocate(story, house, asked.changchunElderly, ({ approved }) =>
    Math.min(approved, 60 * bag),
  );
  await allocate(story, house, asked.bengjiangChildren, ({ size, approved }) =>
    size === '130' ? 5 : approved,
  );
}

/** Held at the depot and not yet on any shipment. */
async function allocateLate(story: Story, house: House, asked: Asked): Promise<void> {
  story.at(1, '10:30');
  await allocate(story, house, asked, ({ itemCode, approved }) =>
    itemCode === 'rice' ? 40 * bag : Math.min(approved, 10),
  );
}

const lorry = { carrier: '贺州桂东物流', vehiclePlate: '桂J·00T01', driverName: '潘师傅' };

/** One shipment arrives whole, one with a torn coat. */
async function shipToZhongshan(
  story: Story,
  house: House,
  asked: Record<Names, Asked>,
): Promise<void> {
  story.at(23, '14:00');
  const box = await pack(story, house, asked.dalongChildren.requestId, 'padded_set_child');
  const toDalong = await draw(
    story,
    house,
    'dalong',
    idsOf(asked, 'dalongChildren', 'dalongElderly'),
  );
  const toBaoan = await draw(story, house, 'baoan', idsOf(asked, 'baoanChildren'));
  story.at(22, '08:10');
  await dispatch(story, house, toDalong, { ...lorry, driverPhone: '14000000101' });
  await dispatch(story, house, toBaoan, { ...lorry, driverPhone: '14000000101' });
  story.at(22, '15:20');
  await receive(story, house, toDalong, soundAndWhole);
  await unpack(story, house, 'dalong', box);
  story.at(21, '10:45');
  await receive(story, house, toBaoan, ({ itemCode, size, quantity }) => {
    const torn = itemCode === 'padded_set_child' && size === '130' ? 1 : 0;
    return { received: quantity - torn, damaged: torn, lost: 0, reason: null };
  });
}

/** The clothes come on the first van; rice and stationery are to follow. */
async function shipHalf(story: Story, house: House, asked: Record<Names, Asked>): Promise<void> {
  story.at(9, '07:20');
  await pack(story, house, asked.changchunChildren.requestId, 'padded_set_child');
  await pack(story, house, asked.changchunChildren.requestId, 'school_uniform');
  story.at(9, '07:50');
  const requests = idsOf(asked, 'changchunChildren', 'changchunElderly');
  const toChangchun = await draw(story, house, 'changchun', requests);
  await dispatch(story, house, toChangchun, {
    carrier: '富川县客货邮中心',
    waybillNumber: 'FC-0118',
    driverName: '奉师傅',
    driverPhone: '14000000102',
  });
  story.at(8, '17:30');
  await receive(story, house, toChangchun, ({ itemCode, quantity }) => ({
    received: ['padded_set_child', 'school_uniform'].includes(itemCode) ? quantity : 0,
    damaged: 0,
    lost: 0,
    reason: null,
  }));
}

async function leaveOnTheRoad(
  story: Story,
  house: House,
  asked: Record<Names, Asked>,
): Promise<void> {
  story.at(2, '09:00');
  await pack(story, house, asked.bengjiangChildren.requestId, 'padded_set_child');
  const requests = idsOf(asked, 'bengjiangChildren', 'bengjiangElderly');
  const toBengjiang = await draw(story, house, 'bengjiang', requests);
  await dispatch(story, house, toBengjiang, {
    carrier: '昭平顺达运输队',
    vehiclePlate: '桂J·00T02',
    driverName: '邓师傅',
    driverPhone: '14000000103',
  });
}

function idsOf(asked: Record<Names, Asked>, ...names: Names[]): string[] {
  return names.map((name) => asked[name].requestId);
}
