import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planStage, type PlanStage } from '~db/testing/plan-stage.server';
import { changePlanLine } from '~/commands/change-plan-line.server';
import { renewAllocationPlan } from '~/commands/renew-allocation-plan.server';
import { submitAllocationPlan } from '~/commands/submit-allocation-plan.server';
import { workOnce } from './run-jobs';
import { solveHere, solveTask, type Solved, type SolveTask } from './solve-task';

let stage: PlanStage;
beforeAll(async () => {
  stage = await planStage();
});
afterAll(() => stage.drop());

interface Work {
  task: SolveTask;
  solved: Solved[];
}

/** Works on the next job and answers what was asked of the solver and what it said. */
async function work(): Promise<Work> {
  let seen: Work | undefined;
  await workOnce({
    ...stage.jobs,
    solve: async (task, report, signal) => {
      const solved = await solveHere(task, report, signal);
      seen = { task, solved };
      return solved;
    },
  });
  if (!seen) throw new Error('no job was there');
  return seen;
}

/** Items of the parts that were solved anew, by alternative. */
const anew = ({ task, solved }: Work) =>
  solved.map(({ parts }, at) => {
    const known = new Set(task.previous?.[at]?.map((part) => part.key));
    return parts.filter(({ key }) => !known.has(key)).map(({ key }) => key.split(':')[0]);
  });

async function twoItems() {
  const [first, second] = [await stage.villages(20, [20, 20]), await stage.villages(10, [10, 20])];
  const planId = await stage.drafted([first.itemId, second.itemId]);
  return { first, second, planId };
}

async function fix(planId: string, item: { itemId: string; needs: { requestLineId: string }[] }) {
  const supply = (await stage.suppliesOf(planId)).find((one) => one.itemId === item.itemId);
  await stage.orThrow(
    changePlanLine(stage.env, stage.as(stage.drafter), {
      ...(await stage.at(planId)),
      kind: 'give',
      requestLineId: item.needs[0]!.requestLineId,
      supplyId: supply!.id,
      quantity: 3,
      reason: '先给这个村',
    }),
  );
}

async function keptRounds(planId: string) {
  const rows = await stage.database.superuser<{ round: number; kept: boolean }[]>`
    select distinct round, parts is not null as kept from allocation_plan_solution
    where plan_id = ${planId} order by round`;
  return [...rows];
}

describe('a plan that is solved again', () => {
  it('after one line was fixed: that item’s part alone, with the answer of a full solving', async () => {
    const { first, planId } = await twoItems();
    await fix(planId, first);
    const seen = await work();
    expect(anew(seen)).toEqual(seen.task.rules.map(() => [first.itemId]));
    const { previous: _previous, ...full } = seen.task;
    expect(seen.solved).toEqual(solveTask(full, () => {}));
  });

  it('keeps the parts of the last round alone', async () => {
    const { first, planId } = await twoItems();
    await fix(planId, first);
    await stage.workAll();
    expect(await keptRounds(planId)).toEqual([
      { round: 1, kept: false },
      { round: 2, kept: true },
    ]);
  });

  it('made anew on another snapshot: only the item of which stock came', async () => {
    const { second, planId } = await twoItems();
    const { env, as, drafter, approver, at, orThrow } = stage;
    await orThrow(submitAllocationPlan(env, as(drafter), await at(planId)));
    await stage.stock(second.itemId, 7);
    await orThrow(renewAllocationPlan(env, as(approver), await at(planId)));
    const seen = await work();
    expect(anew(seen)).toEqual(seen.task.rules.map(() => [second.itemId]));
    const { previous: _previous, ...full } = seen.task;
    expect(seen.solved).toEqual(solveTask(full, () => {}));
  });
});
