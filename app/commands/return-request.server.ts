import { defineCommand } from './command.server';
import { requestFor, takeRequestStep, type RequestStepInput } from './request-step.server';

/** The bureau sends a request back to be changed; the centre reads why. */
export const returnRequest = defineCommand<
  RequestStepInput & { reason: string },
  { requestId: string; version: number }
>('return-request', async (context, input) => {
  const request = await requestFor(context, 'request.return', input);
  if (!request.ok) return request;
  return takeRequestStep(
    context,
    request.value,
    { type: 'returned', payload: { reasonGiven: true } },
    { decisionReason: input.reason },
  );
});
