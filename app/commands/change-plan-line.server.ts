import {
  findSnapshot,
  findSolution,
  insertChange,
  listChanges,
  undoChange,
  type PlanChangeRow,
} from '~db/store/allocation-plan.server';
import type { PlanNeed, PlanSupply } from '~/domain/allocation/problem';
import { dayInShanghai } from '~/domain/calendar';
import type { LineChangeKind } from '~/domain/allocation-plan';
import type { DomainError } from '~/domain/error';
import { pinRefusal } from '~/domain/plan-pin';
import { isQuantity } from '~/domain/quantity';
import { domainError, refuse } from '~/domain/result';
import { defineCommand } from './command.server';
import { planFor, queueSolving, takePlanStep, type PlanStepInput } from './plan-step.server';

interface Input extends PlanStepInput {
  kind: LineChangeKind;
  requestLineId: string;
  supplyId: string;
  /** Smallest units; not where the goods are forbidden. */
  quantity: number | undefined;
  reason: string;
}

/**
 * A person's word on one line, or on goods for a need that the plan gave none of them; the rest is solved around it, on the
 * same snapshot, so that its cost can be told.
 */
export const changePlanLine = defineCommand<Input, { planId: string; version: number }>(
  'change-plan-line',
  async (context, { kind, requestLineId, supplyId, quantity, reason, ...input }) => {
    const { tx, actor, now, newId } = context;
    const plan = await planFor(context, 'plan.change', input);
    if (!plan.ok) return plan;
    const { id: planId, solutionId } = plan.value;
    const solution = solutionId ? await findSolution(tx, solutionId) : undefined;
    const snapshot = solution && (await findSnapshot(tx, solution.snapshotId));
    if (!snapshot) return refuse('plan.not_solved');
    const need = snapshot.needs.find((one) => one.id === requestLineId);
    const supply = snapshot.supplies.find((one) => one.id === supplyId);
    if (!need || !supply) return refuse('access.not_found');
    if (need.itemId !== supply.itemId) return refuse('allocation.other_item');
    const changes = await listChanges(tx, planId);
    const earlier = changes.filter((one) => isAbout(one, requestLineId, supplyId));
    const others = changes.filter((one) => !earlier.includes(one));
    const error = kind === 'forbid' ? undefined : quantityRefusal(quantity, need, supply, others);
    if (error) return { ok: false, error: { ...error, field: 'quantity' } };
    const rules = { ...plan.value.choices, today: dayInShanghai(snapshot.takenAt) };
    const forbidden =
      kind === 'forbid' ? undefined : pinRefusal(need, supply, rules, quantity ?? 0);
    if (forbidden) return { ok: false, error: forbidden };

    for (const one of earlier) await undoChange(tx, one.id, now);
    const changeId = newId();
    await insertChange(tx, {
      id: changeId,
      planId,
      kind,
      requestLineId,
      supplyId,
      quantity: kind === 'forbid' ? null : (quantity ?? null),
      reason,
      changedByUserId: actor.userId,
      changedAt: now,
    });
    await queueSolving(context, planId, { snapshotId: snapshot.id, changeId });
    return takePlanStep(context, plan.value, { type: 'changed', payload: { changeId, kind } });
  },
);

function isAbout(change: PlanChangeRow, requestLineId: string, supplyId: string): boolean {
  return change.requestLineId === requestLineId && change.supplyId === supplyId;
}

/** What is pinned must be there, be asked for, and be whole packs; what others pinned is gone already. */
function quantityRefusal(
  quantity: number | undefined,
  need: PlanNeed,
  supply: PlanSupply,
  others: readonly PlanChangeRow[],
): DomainError | undefined {
  if (quantity === undefined || !isQuantity(quantity)) return domainError('quantity.not_positive');
  const taken = (of: (one: PlanChangeRow) => boolean) =>
    others.filter(of).reduce((sum, one) => sum + (one.quantity ?? 0), 0);
  const left = Math.min(
    supply.quantity - taken((one) => one.supplyId === supply.id),
    need.quantity - taken((one) => one.requestLineId === need.id),
  );
  if (quantity > left) return domainError('plan.more_than_possible', { left });
  if (quantity % supply.packSize !== 0) {
    return domainError('plan.not_whole_packs', { packSize: supply.packSize });
  }
  return undefined;
}
