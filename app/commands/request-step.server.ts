import { lockRequest, saveRequest, type LockedRequest } from '~db/store/request.server';
import { refusal, type Action } from '~/domain/policy';
import { applyRequest, type RequestEvent, type RequestState } from '~/domain/request';
import { ok, refuse, type Result } from '~/domain/result';
import type { CommandContext } from './command.server';

export interface RequestStepInput {
  requestId: string;
  /** Version the form was drawn from. */
  version: number;
}

/** The request locked, where this actor may take this step on it as it stands now. */
export async function requestFor(
  { tx, actor }: CommandContext,
  action: Action,
  input: RequestStepInput,
): Promise<Result<LockedRequest>> {
  const request = await lockRequest(tx, input.requestId);
  if (!request) return refuse('access.not_found');
  const error = refusal(action, actor, {
    status: request.status,
    organisationId: request.organisationId,
    divisionCode: request.divisionCode,
    doneBy: request.submittedByUserId ? [request.submittedByUserId] : [],
  });
  // Somebody else's step explains a wrong status better than the status does.
  const stale = request.version !== input.version;
  if (stale && (!error || error.code === 'record.status')) {
    return refuse('record.stale', { version: request.version });
  }
  return error ? { ok: false, error } : ok(request);
}

export function requestState(request: LockedRequest): RequestState {
  const { status, version, lines } = request;
  return {
    status,
    version,
    lines: Object.fromEntries(
      lines.map((line) => [
        line.id,
        { quantity: line.quantity, approved: line.approvedQuantity ?? undefined },
      ]),
    ),
  };
}

/** Saves what the event makes of the request, with its columns, and notes the event. */
export async function takeRequestStep(
  context: CommandContext,
  request: LockedRequest,
  event: RequestEvent,
  changes: Parameters<typeof saveRequest>[3] = {},
): Promise<Result<{ requestId: string; version: number }>> {
  const next = applyRequest(requestState(request), event);
  await saveRequest(context.tx, request.id, next, changes);
  context.event('request', request.id, next.version, event.type, event.payload);
  return ok({ requestId: request.id, version: next.version });
}
