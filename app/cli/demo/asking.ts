import { asc, eq } from 'drizzle-orm';
import { approveRequest } from '~/commands/approve-request.server';
import { draftRequest } from '~/commands/draft-request.server';
import { returnRequest } from '~/commands/return-request.server';
import { submitRequest } from '~/commands/submit-request.server';
import { requestLine } from '~db/schema/request';
import type { RequestForm } from '~/domain/request-form';
import type { Asking } from './askings';
import type { House } from './set-up';
import { from, itemId, must, type Story } from './story';

export interface Asked {
  requestId: string;
  centre: string;
  version: number;
}

/** Draws up and sends a request; the centre's own coordinator does both. */
export async function ask(
  story: Story,
  house: House,
  campaignId: string,
  asking: Asking,
): Promise<Asked> {
  const drafted = await draft(story, house, campaignId, asking);
  const coordinator = house.actor(asking.centre);
  const input = { requestId: drafted.requestId, version: drafted.version };
  return {
    ...drafted,
    ...(await must(submitRequest(story.env, from(story, coordinator), input))),
  };
}

/** Only drawn up: the coordinator has not sent it yet. */
export async function draft(
  story: Story,
  house: House,
  campaignId: string,
  asking: Asking,
): Promise<Asked> {
  const { centre, group, headCount, needIn, urgency = 'normal', urgencyReason, lines } = asking;
  const form: RequestForm = {
    programmeId: house.programme(centre, group),
    campaignId,
    headCount,
    needBy: story.day(-needIn),
    urgency,
    urgencyReason,
    lines: lines.map((line) => ({ ...line, itemId: itemId(story, line.itemCode) })),
  };
  const coordinator = house.actor(centre);
  const made = await must(draftRequest(story.env, from(story, coordinator), form));
  return { requestId: made.requestId, centre, version: 1 };
}

export async function approve(
  story: Story,
  house: House,
  officer: string,
  asked: Asked,
): Promise<Asked> {
  const input = { requestId: asked.requestId, version: asked.version, lines: [], note: null };
  const sent = from(story, house.actor(officer));
  return { ...asked, ...(await must(approveRequest(story.env, sent, input))) };
}

/** Three bags a person are more than two: the bureau cuts to what the others get. */
export async function approveCut(
  story: Story,
  house: House,
  officer: string,
  asked: Asked,
  approvedBags: number,
): Promise<Asked> {
  const [first] = await story.env.db
    .select({ id: requestLine.id })
    .from(requestLine)
    .where(eq(requestLine.requestId, asked.requestId))
    .orderBy(asc(requestLine.position));
  if (!first) throw new Error('the story asked for nothing');
  const input = {
    requestId: asked.requestId,
    version: asked.version,
    lines: [
      { lineId: first.id, approved: approvedBags * 10_000, cutReason: 'above_head_count' as const },
    ],
    note: '按每位老人两袋核定，与其他村一致',
  };
  const sent = from(story, house.actor(officer));
  return { ...asked, ...(await must(approveRequest(story.env, sent, input))) };
}

export async function sendBack(
  story: Story,
  house: House,
  officer: string,
  asked: Asked,
  reason: string,
): Promise<void> {
  const input = { requestId: asked.requestId, version: asked.version, reason };
  await must(returnRequest(story.env, from(story, house.actor(officer)), input));
}
