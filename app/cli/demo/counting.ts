import { and, asc, eq } from 'drizzle-orm';
import { countIntake } from '~/commands/count-intake.server';
import { donation, donationLine } from '~db/schema/donation';
import { item } from '~db/schema/catalogue';
import type { CountLine } from '~/domain/intake';
import type { Pledges } from './pledges';
import type { House } from './set-up';
import { from, must, type Story } from './story';

const bag = 10_000;

interface Line {
  id: string;
  itemCode: string;
  size: string;
  quantity: number;
}

async function linesOf(story: Story, donationId: string): Promise<Line[]> {
  return story.env.db
    .select({
      id: donationLine.id,
      itemCode: item.code,
      size: donationLine.size,
      quantity: donationLine.quantity,
    })
    .from(donationLine)
    .innerJoin(item, eq(item.id, donationLine.itemId))
    .where(eq(donationLine.donationId, donationId))
    .orderBy(asc(donationLine.position));
}

async function count(
  story: Story,
  house: House,
  donationId: string,
  lines: CountLine[],
): Promise<void> {
  const [row] = await story.env.db
    .select({ version: donation.version })
    .from(donation)
    .where(and(eq(donation.id, donationId)));
  if (!row) throw new Error('the story counts a donation that is not there');
  const occurredAt = story.now().toISOString();
  const input = {
    donationId,
    version: row.version,
    placeId: house.place('depot'),
    occurredAt,
    lines,
  };
  await must(countIntake(story.env, from(story, house.actor('depot')), input));
}

function riceDays(story: Story) {
  return { producedOn: story.day(60), bestBefore: story.day(-305) };
}

/** The first lorries: 20 t of rice, the padded sets (998 of 1,000 sound), and the uniforms with stationery. */
export async function countFirst(story: Story, house: House, pledges: Pledges): Promise<void> {
  story.at(30, '10:30');
  const [rice] = await linesOf(story, pledges.rice);
  if (!rice) throw new Error('the story pledged no rice');
  await count(story, house, pledges.rice, [
    {
      donationLineId: rice.id,
      ...riceDays(story),
      sound: 1_995 * bag,
      quarantined: 5 * bag,
      refused: 0,
      packSize: bag,
      reason: 'wet',
    },
  ]);
  story.at(29, '09:20');
  const coats = await linesOf(story, pledges.coats);
  await count(
    story,
    house,
    pledges.coats,
    coats.map((line) => {
      // One set of each of two sizes came torn and was turned away at the door.
      const torn = line.itemCode === 'padded_set_child' && ['130', '140'].includes(line.size);
      const refused = torn ? 1 : 0;
      return {
        donationLineId: line.id,
        sound: line.quantity - refused,
        quarantined: 0,
        refused,
        ...(torn && { reason: 'damaged' as const }),
      };
    }),
  );
  story.at(29, '15:45');
  const uniforms = await linesOf(story, pledges.uniforms);
  await count(story, house, pledges.uniforms, uniforms.map(whole));
}

/** The rest of the rice; what was promised on it is held in the same moment. */
export async function countSecond(story: Story, house: House, pledges: Pledges): Promise<void> {
  story.at(24, '11:05');
  const [rice] = await linesOf(story, pledges.rice);
  if (!rice) throw new Error('the story pledged no rice');
  const line = { donationLineId: rice.id, ...riceDays(story), sound: 1_000 * bag };
  await count(story, house, pledges.rice, [{ ...line, quarantined: 0, refused: 0, packSize: bag }]);
}

function whole(line: Line): CountLine {
  return { donationLineId: line.id, sound: line.quantity, quarantined: 0, refused: 0 };
}
