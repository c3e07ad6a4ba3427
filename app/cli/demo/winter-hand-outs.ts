import type { NewHandoutLine } from '~/domain/handout-form';
import { registerFamilies, type Family } from './families';
import { closeList, linesBySize, openList, sign, undo, type Signing } from './handing-out';
import type { House } from './set-up';
import type { Story } from './story';

/** Sizes the children of Dalong were measured for, in the order of the register. */
const dalongSizes = '120 140 110 130 150 130 120 140 130 110 140 130 120 150 140'.split(' ');

const self: Signing = { drawn: true };
const guardian = (name: string): Signing => ({
  drawn: true,
  proxyName: name,
  proxyRelationship: 'guardian',
});

export interface Families {
  dalong: Family[];
  baoan: Family[];
}

export async function registerAll(story: Story, house: House): Promise<Families> {
  story.at(37, '19:00');
  const dalong = await registerFamilies(story, house, {
    centre: 'dalong',
    villageCode: '451122109205',
    households: 10,
    withTwo: 5,
    firstNumber: 1,
  });
  story.at(37, '20:30');
  const baoan = await registerFamilies(story, house, {
    centre: 'baoan',
    villageCode: '451122200203',
    households: 6,
    withTwo: 2,
    firstNumber: 101,
  });
  return { dalong, baoan };
}

/** Bao'an has a list ready for tomorrow. */
export async function prepareList(
  story: Story,
  house: House,
  families: Family[],
  requestId: string,
): Promise<void> {
  story.at(0, '00:10');
  const sizes = await linesBySize(story, requestId, 'padded_set_child');
  const lines = families
    .flatMap((family) => family.childIds)
    .map((personId, index) => due(sizes, index % 2 === 0 ? '130' : '120', { personId }, 1));
  await openList(story, house, { centre: 'baoan', group: 'children', day: story.day(-1) }, lines);
}

/** Dalong hands out the coats; one child is away, one tick is undone, the list is closed. */
export async function handOutCoats(
  story: Story,
  house: House,
  families: Family[],
  requestId: string,
): Promise<void> {
  story.at(20, '09:00');
  const sizes = await linesBySize(story, requestId, 'padded_set_child');
  const lines = families
    .flatMap((family) => family.childIds)
    .map((personId, index) => due(sizes, dalongSizes[index] ?? '130', { personId }, 1));
  const at = { centre: 'dalong', group: 'children', day: story.day(20) } as const;
  const list = await openList(story, house, at, lines);
  story.at(20, '15:40');
  const signings = lines.map((_line, index): Signing => {
    if (index === 6) return { outcome: 'absent' };
    return index % 3 === 1 ? guardian('董桂英') : self;
  });
  const signed = await sign(story, house, 'dalong', list, signings);
  story.at(20, '16:05');
  const wrong = signed[3];
  if (wrong) await undo(story, house, 'dalong', wrong);
  story.at(20, '17:30');
  await closeList(story, house, 'dalong', list);
}

/** Half of the households have come for their rice; one took one bag, one wanted none. */
export async function handOutRice(
  story: Story,
  house: House,
  families: Family[],
  requestId: string,
): Promise<void> {
  story.at(6, '08:30');
  const rice = await linesBySize(story, requestId, 'rice');
  const lines = families.map(({ householdId }) => due(rice, '', { householdId }, 20_000));
  const at = { centre: 'dalong', group: 'elderly', day: story.day(6) } as const;
  const list = await openList(story, house, at, lines);
  story.at(6, '10:15');
  await sign(story, house, 'dalong', list, [
    self,
    self,
    { ...self, outcome: 'partial', quantity: 10_000 },
    { drawn: true, proxyName: '陶志强', proxyRelationship: 'neighbour' },
    { outcome: 'refused', typedName: '玉娇' },
    self,
  ]);
}

function due(
  lines: Map<string, string>,
  size: string,
  recipient: NewHandoutLine['recipient'],
  entitledQuantity: number,
): NewHandoutLine {
  const requestLineId = lines.get(size);
  if (!requestLineId) throw new Error(`nobody asked for size ${size}`);
  return { requestLineId, entitledQuantity, recipient };
}
