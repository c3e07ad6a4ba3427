import { and, asc, eq } from 'drizzle-orm';
import { closeHandout } from '~/commands/close-handout.server';
import { openHandout } from '~/commands/open-handout.server';
import { recordSignOff, type SignOffInput } from '~/commands/record-sign-off.server';
import { reverseSignOff } from '~/commands/reverse-sign-off.server';
import { item } from '~db/schema/catalogue';
import { handout, handoutLine, signOff } from '~db/schema/handout';
import { requestLine } from '~db/schema/request';
import type { NewHandoutLine } from '~/domain/handout-form';
import type { ProgrammeGroup } from '~/domain/organisation';
import type { House } from './set-up';
import { from, must, type Story } from './story';

/** A name written with a finger, as the pad stores it. */
const drawn =
  '180,120 320,110 300,170;240,90 235,300;190,210 330,200;420,120 560,115;480,80 470,310;430,220 590,205;660,140 800,130 700,300;690,200 830,310';

/** Request lines of one item, by size. */
export async function linesBySize(
  story: Story,
  requestId: string,
  itemCode: string,
): Promise<Map<string, string>> {
  const rows = await story.env.db
    .select({ id: requestLine.id, size: requestLine.size })
    .from(requestLine)
    .innerJoin(item, eq(item.id, requestLine.itemId))
    .where(and(eq(requestLine.requestId, requestId), eq(item.code, itemCode)));
  return new Map(rows.map((row) => [row.size, row.id]));
}

/** Opens the centre's list for the day of the story. */
export async function openList(
  story: Story,
  house: House,
  at: { centre: string; group: ProgrammeGroup; day: ReturnType<Story['day']> },
  lines: NewHandoutLine[],
): Promise<string> {
  const programmeId = house.programme(at.centre, at.group);
  const input = { programmeId, handoutOn: at.day, lines };
  const sent = from(story, house.actor(at.centre));
  return (await must(openHandout(story.env, sent, input))).handoutId;
}

export type Signing = Partial<
  Pick<SignOffInput, 'outcome' | 'quantity' | 'proxyName' | 'proxyRelationship' | 'typedName'>
> & { drawn?: true };

/** Signs the list's lines in their order, one signing a line; the rest of the list stays open. Answers the sign-offs. */
export async function sign(
  story: Story,
  house: House,
  centre: string,
  handoutId: string,
  signings: Signing[],
): Promise<string[]> {
  const lines = await story.env.db
    .select({ id: handoutLine.id, due: handoutLine.entitledQuantity })
    .from(handoutLine)
    .where(eq(handoutLine.handoutId, handoutId))
    .orderBy(asc(handoutLine.position));
  const made: string[] = [];
  for (const [index, signing] of signings.entries()) {
    const line = lines[index];
    if (!line) throw new Error('the story signs more lines than the list has');
    const signOffId = story.env.newId();
    const { outcome = 'full', quantity, proxyName, proxyRelationship } = signing;
    const nothing = outcome === 'refused' || outcome === 'absent';
    const input: SignOffInput = {
      signOffId,
      handoutLineId: line.id,
      outcome,
      quantity: nothing ? 0 : (quantity ?? line.due),
      leftSeen: line.due,
      collectedBy: proxyName ? 'proxy' : 'self',
      proxyName,
      proxyRelationship,
      ...(signing.drawn && { signature: drawn }),
      typedName: signing.typedName,
      signedAt: story.now().toISOString(),
    };
    const signed = await must(recordSignOff(story.env, from(story, house.actor(centre)), input));
    if (signed.status !== 'posted') throw new Error(`a sign-off is disputed: ${signed.code}`);
    made.push(signOffId);
  }
  return made;
}

/** The wrong child was ticked: undone, with its reason. */
export async function undo(
  story: Story,
  house: House,
  centre: string,
  signOffId: string,
): Promise<void> {
  const [row] = await story.env.db
    .select({ version: signOff.version })
    .from(signOff)
    .where(eq(signOff.id, signOffId));
  if (!row) throw new Error('the story undoes what was never signed');
  const input = { signOffId, version: row.version, reason: 'wrong_person' as const };
  await must(reverseSignOff(story.env, from(story, house.actor(centre)), input));
}

export async function closeList(
  story: Story,
  house: House,
  centre: string,
  handoutId: string,
): Promise<void> {
  const [row] = await story.env.db
    .select({ version: handout.version })
    .from(handout)
    .where(eq(handout.id, handoutId));
  if (!row) throw new Error('the story closes a list that is not there');
  const input = { handoutId, version: row.version };
  await must(closeHandout(story.env, from(story, house.actor(centre)), input));
}
