import { afterAll, beforeAll, expect, it } from 'vitest';
import { listAlternatives } from '~db/queries/allocation-plans.server';
import { planStage, type PlanStage } from '~db/testing/plan-stage.server';
import { actorOf } from '~db/testing/world.server';
import { askWhatIf } from '~/commands/ask-what-if.server';
import { choosePlanAlternative } from '~/commands/choose-plan-alternative.server';
import type { ServerEnv } from '~/server/env.server';
import { loadWhatIf } from './load-what-if.server';

let stage: PlanStage;
beforeAll(async () => {
  stage = await planStage();
});
afterAll(() => stage.drop());

const read = (planId: string, jobId: string | null, actor = stage.drafter) =>
  loadWhatIf(stage.env as unknown as ServerEnv, actor, planId, jobId);

async function asked() {
  const { itemId } = await stage.villages(10, [10, 20]);
  const planId = await stage.drafted(itemId);
  const choices = { ...stage.choices, floorShare: 1 };
  const { jobId } = await stage.orThrow(
    askWhatIf(stage.env, stage.as(stage.drafter), { planId, choices, extra: undefined }),
  );
  await stage.workAll();
  return { planId, jobId };
}

it('an answer is no longer compared once the plan has another result', async () => {
  const { planId, jobId } = await asked();
  const fresh = await read(planId, jobId);
  expect(fresh.asked).toMatchObject({ status: 'done', outdated: false });
  // Ten for thirty: with the whole level as floor each has a third, in whole pieces.
  expect(fresh.asked?.result?.least).toMatchObject({ share: 0.3, need: { size: '' } });
  expect(fresh.solved?.least).toMatchObject({ others: 0 });
  const other = (await listAlternatives(stage.database.db, planId)).find(
    (one) => one.floorShare === 0,
  );
  await stage.orThrow(
    choosePlanAlternative(stage.env, stage.as(stage.drafter), {
      ...(await stage.at(planId)),
      solutionId: other!.id,
    }),
  );
  const later = await read(planId, jobId);
  expect(later.asked?.outdated).toBe(true);
  // What was tried still fills the form, so that it can be tried again at once.
  expect(later.weights).toEqual(fresh.weights);
});

it('what-ifs of another plan, of nobody, or no id at all are none', async () => {
  const [one, two] = [await asked(), await asked()];
  for (const jobId of [two.jobId, stage.env.newId(), 'x', '', "' or 1=1"]) {
    expect((await read(one.planId, jobId)).asked).toBeUndefined();
  }
  const foreign = actorOf('bureau_officer', '450300000000');
  await expect(read(one.planId, one.jobId, foreign)).rejects.toMatchObject({
    init: { status: 404 },
  });
});
