import { rulesFault } from './allocation/plan-fault';
import type { PlanChoices } from './allocation-plan';
import type { DomainError } from './error';
import { domainError } from './result';

/** Why no plan can be solved by these weights, wherever they came from: a form, or parameters that somebody set. */
export function weightsRefusal(choices: PlanChoices): DomainError | undefined {
  const fault = rulesFault({ ...choices, today: '', pinned: [], forbidden: [] });
  if (!fault) return undefined;
  return fault.code === 'weights_all_zero'
    ? domainError('plan.weights_all_zero')
    : domainError('plan.weights_unsound');
}
