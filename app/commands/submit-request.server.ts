import { dayInShanghai } from '~/domain/calendar';
import { refuse } from '~/domain/result';
import { defineCommand } from './command.server';
import { requestFor, takeRequestStep, type RequestStepInput } from './request-step.server';

/** Sends a draft, or a request that came back, to the bureau. */
export const submitRequest = defineCommand<
  RequestStepInput,
  { requestId: string; version: number }
>('submit-request', async (context, input) => {
  const request = await requestFor(context, 'request.submit', input);
  if (!request.ok) return request;
  // A draft may have lain for weeks.
  if (request.value.needBy < dayInShanghai(context.now)) {
    return refuse('request.need_by_in_past', { needBy: request.value.needBy });
  }
  return takeRequestStep(
    context,
    request.value,
    { type: 'submitted', payload: {} },
    { submittedByUserId: context.actor.userId },
  );
});
