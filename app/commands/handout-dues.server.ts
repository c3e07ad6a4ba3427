import { bespokenOf, countKept, lockRequestLines } from '~db/store/handout.server';
import type { EntitledLine } from '~/domain/handout';
import type { NewHandoutLine } from '~/domain/handout-form';
import { ok, refuse, type Result } from '~/domain/result';
import type { CommandContext } from './command.server';

export interface Due {
  id: string;
  requestLineId: string;
  itemId: string;
  entitledQuantity: number;
  personId: string | null;
  householdId: string | null;
  unnamedCount: number | null;
}

/**
 * Reads new lines of a list: each for somebody the centre keeps, from an approved request line of the same programme;
 * all dues of open lists with what was handed out on any list never exceed what was approved.
 */
export async function duesFor(
  { tx, actor, newId }: CommandContext,
  programmeId: string,
  lines: readonly NewHandoutLine[],
): Promise<Result<Due[]>> {
  const recipients = lines.map(({ recipient }) => recipient);
  const personIds = [
    ...new Set(recipients.flatMap((one) => ('personId' in one ? [one.personId] : []))),
  ];
  const householdIds = [
    ...new Set(recipients.flatMap((one) => ('householdId' in one ? [one.householdId] : []))),
  ];
  const kept = await countKept(tx, personIds, householdIds, actor.organisationId);
  if (kept !== personIds.length + householdIds.length)
    return refuse('handout.nobody_named', undefined, 'personIds');

  const needs = await lockRequestLines(
    tx,
    lines.map(({ requestLineId }) => requestLineId),
  );
  for (const need of needs) {
    if (need.status !== 'approved' && need.status !== 'closed')
      return refuse('handout.request_not_approved', undefined, 'requestLineId');
    const added = lines
      .filter(({ requestLineId }) => requestLineId === need.id)
      .reduce((sum, { entitledQuantity }) => sum + entitledQuantity, 0);
    const left = (need.approvedQuantity ?? 0) - (await bespokenOf(tx, need.id));
    if (added > left)
      return refuse('handout.more_than_request', { left: Math.max(0, left) }, 'quantity');
  }
  const dues: Due[] = [];
  for (const { requestLineId, entitledQuantity, recipient } of lines) {
    const need = needs.find(({ id }) => id === requestLineId);
    if (!need || need.programmeId !== programmeId)
      return refuse('form.unknown_choice', undefined, 'requestLineId');
    dues.push({
      id: newId(),
      requestLineId,
      itemId: need.itemId,
      entitledQuantity,
      personId: 'personId' in recipient ? recipient.personId : null,
      householdId: 'householdId' in recipient ? recipient.householdId : null,
      unnamedCount: 'unnamedCount' in recipient ? recipient.unnamedCount : null,
    });
  }
  return ok(dues);
}

/** What an event says of the lines; a type alias, because interfaces do not fit a payload's index. */
export function linesPayload(
  lines: readonly { id: string; requestLineId: string; entitledQuantity: number }[],
): { [field in keyof EntitledLine]: EntitledLine[field] }[] {
  return lines.map(({ id, requestLineId, entitledQuantity }) => ({
    lineId: id,
    requestLineId,
    entitled: entitledQuantity,
  }));
}
