import { lockHandout, saveHandout, type LockedHandout } from '~db/store/handout.server';
import { applyHandout, type HandoutEvent } from '~/domain/handout';
import { refusal, type Action } from '~/domain/policy';
import { ok, refuse, type Result } from '~/domain/result';
import type { CommandContext } from './command.server';
import { linesPayload } from './handout-dues.server';

export interface HandoutStepInput {
  handoutId: string;
  /** Version the form was drawn from. */
  version: number;
}

/** The list locked, where this actor may take this step on it as it stands now. */
export async function handoutFor(
  { tx, actor }: CommandContext,
  action: Action,
  input: HandoutStepInput,
): Promise<Result<LockedHandout>> {
  const handout = await lockHandout(tx, input.handoutId);
  if (!handout) return refuse('access.not_found');
  const { status, organisationId, divisionCode, version } = handout;
  const error = refusal(action, actor, { status, organisationId, divisionCode });
  const stale = version !== input.version;
  if (stale && (!error || error.code === 'record.status'))
    return refuse('record.stale', { version });
  return error ? { ok: false, error } : ok(handout);
}

/** Saves what the event makes of the list, and notes the event. */
export async function takeHandoutStep(
  context: CommandContext,
  handout: LockedHandout,
  event: HandoutEvent,
): Promise<Result<{ handoutId: string; version: number }>> {
  const lines = Object.fromEntries(linesPayload(handout.lines).map((line) => [line.lineId, line]));
  const next = applyHandout({ status: handout.status, version: handout.version, lines }, event);
  await saveHandout(context.tx, handout.id, next);
  context.event('handout', handout.id, next.version, event.type, event.payload);
  return ok({ handoutId: handout.id, version: next.version });
}
