import { findLatestRound, findSolution } from '~db/store/allocation-plan.server';
import { refuse } from '~/domain/result';
import { defineCommand } from './command.server';
import { planFor, takePlanStep, type PlanStepInput } from './plan-step.server';

/** Picks one of the alternatives last solved; their floors differ. */
export const choosePlanAlternative = defineCommand<
  PlanStepInput & { solutionId: string },
  { planId: string; version: number }
>('choose-plan-alternative', async (context, input) => {
  const plan = await planFor(context, 'plan.change', input);
  if (!plan.ok) return plan;
  const { id, choices } = plan.value;
  const solution = await findSolution(context.tx, input.solutionId);
  if (solution?.planId !== id) return refuse('access.not_found');
  if (solution.round !== (await findLatestRound(context.tx, id))) return refuse('record.stale');
  const event = { type: 'chosen' as const, payload: { solutionId: solution.id } };
  return takePlanStep(context, plan.value, event, {
    choices: { ...choices, floorShare: solution.floorShare },
  });
});
