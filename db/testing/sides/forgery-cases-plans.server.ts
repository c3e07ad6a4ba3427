import { applyAllocationPlan } from '~/commands/apply-allocation-plan.server';
import { approveAllocationPlan } from '~/commands/approve-allocation-plan.server';
import { askWhatIf } from '~/commands/ask-what-if.server';
import { cancelSolving } from '~/commands/cancel-solving.server';
import { changePlanLine } from '~/commands/change-plan-line.server';
import { choosePlanAlternative } from '~/commands/choose-plan-alternative.server';
import { draftAllocationPlan } from '~/commands/draft-allocation-plan.server';
import { draftPlanShipments } from '~/commands/draft-plan-shipments.server';
import { rejectAllocationPlan } from '~/commands/reject-allocation-plan.server';
import { renewAllocationPlan } from '~/commands/renew-allocation-plan.server';
import { solveAllocationPlan } from '~/commands/solve-allocation-plan.server';
import { submitAllocationPlan } from '~/commands/submit-allocation-plan.server';
import { takeOverWhatIf } from '~/commands/take-over-what-if.server';
import { undoPlanChange } from '~/commands/undo-plan-change.server';
import { forgeryCase, type ForgeryCase } from './forgery.server';
import type { Side } from './make-side.server';

export function planCases(): ForgeryCase[] {
  const draft = ({ plans: { draft: at } }: Side) => ({ planId: at.planId, version: at.version });
  return [
    forgeryCase('draft-allocation-plan', draftAllocationPlan)('bureau', (side) => ({
      needDivisionCode: side.county,
      campaignId: undefined,
      itemIds: [side.items.plannedId],
      choices: side.plans.choices,
    })),
    forgeryCase('solve-allocation-plan', solveAllocationPlan)('bureau', draft),
    forgeryCase('change-plan-line', changePlanLine)('bureau', (side) => ({
      ...draft(side),
      kind: 'pin',
      requestLineId: side.plans.draft.requestLineId,
      supplyId: side.plans.draft.supplyId,
      quantity: 3,
      reason: '路近',
    })),
    forgeryCase('undo-plan-change', undoPlanChange)('bureau', (side) => ({
      ...draft(side),
      changeId: side.plans.draft.changeId,
    })),
    forgeryCase('choose-plan-alternative', choosePlanAlternative)('bureau', (side) => ({
      ...draft(side),
      solutionId: side.plans.draft.solutionId,
    })),
    forgeryCase('ask-what-if', askWhatIf)('bureau', (side) => ({
      planId: draft(side).planId,
      choices: side.plans.choices,
      extra: { itemId: side.items.plannedId, size: '', quantity: 5, placeId: side.place.depot },
    })),
    forgeryCase('take-over-what-if', takeOverWhatIf)('bureau', (side) => ({
      ...draft(side),
      jobId: side.plans.draft.jobId,
      reason: '委员会同意',
    })),
    forgeryCase('cancel-solving', cancelSolving)('bureau', (side) => ({
      jobId: side.plans.draft.waitingJobId,
    })),
    forgeryCase('submit-allocation-plan', submitAllocationPlan)('bureau', draft),
    forgeryCase('approve-allocation-plan', approveAllocationPlan)('approver', (side) => ({
      ...side.plans.submitted,
    })),
    forgeryCase('reject-allocation-plan', rejectAllocationPlan)('approver', (side) => ({
      ...side.plans.submitted,
      reason: '请再核',
    })),
    forgeryCase('renew-allocation-plan', renewAllocationPlan)('bureau', (side) => ({
      ...side.plans.approved,
    })),
    forgeryCase('apply-allocation-plan', applyAllocationPlan)('bureau', (side) => ({
      ...side.plans.approved,
    })),
    forgeryCase('draft-plan-shipments', draftPlanShipments)('depot', (side) => ({
      planId: side.plans.appliedId,
    })),
  ];
}
