import { defineCommand } from './command.server';
import { requestFor, takeRequestStep, type RequestStepInput } from './request-step.server';

/** Ends an approved request: what is still open is no longer asked for; what is allocated goes on its way. */
export const closeRequest = defineCommand<
  RequestStepInput & { reason: string | null },
  { requestId: string; version: number }
>('close-request', async (context, input) => {
  const request = await requestFor(context, 'request.close', input);
  if (!request.ok) return request;
  return takeRequestStep(
    context,
    request.value,
    { type: 'closed', payload: { reasonGiven: input.reason !== null } },
    input.reason === null ? {} : { decisionReason: input.reason },
  );
});
