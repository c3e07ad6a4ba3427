import { defineCommand } from './command.server';
import { requestFor, takeRequestStep, type RequestStepInput } from './request-step.server';

/** The centre takes its request back before it is decided. */
export const withdrawRequest = defineCommand<
  RequestStepInput,
  { requestId: string; version: number }
>('withdraw-request', async (context, input) => {
  const request = await requestFor(context, 'request.withdraw', input);
  if (!request.ok) return request;
  return takeRequestStep(context, request.value, { type: 'withdrawn', payload: {} });
});
