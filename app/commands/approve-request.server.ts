import { saveApprovedLine } from '~db/store/request.server';
import { decideApproval, type ApprovedLine } from '~/domain/request';
import { defineCommand } from './command.server';
import {
  requestFor,
  requestState,
  takeRequestStep,
  type RequestStepInput,
} from './request-step.server';

/** Lines left out are approved as asked. */
type Input = RequestStepInput & { lines: ApprovedLine[]; note: string | null };

/** The bureau approves, whole or cut, each cut with its reason. */
export const approveRequest = defineCommand<Input, { requestId: string; version: number }>(
  'approve-request',
  async (context, input) => {
    const request = await requestFor(context, 'request.approve', input);
    if (!request.ok) return request;
    const decision = decideApproval(requestState(request.value), input.lines);
    if (!decision.ok) return decision;
    const { lines } = decision.value.payload;
    for (const { lineId, approved, cutReason } of lines) {
      await saveApprovedLine(context.tx, lineId, approved, cutReason);
    }
    return takeRequestStep(context, request.value, decision.value, {
      decisionReason: input.note,
    });
  },
);
