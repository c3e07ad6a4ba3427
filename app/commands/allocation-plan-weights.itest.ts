import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planStage, type PlanStage } from '~db/testing/plan-stage.server';
import { actorOf } from '~db/testing/world.server';
import type { PlanChoices } from '~/domain/allocation-plan';
import { askWhatIf } from './ask-what-if.server';
import { draftAllocationPlan } from './draft-allocation-plan.server';
import { takeOverWhatIf } from './take-over-what-if.server';
import { undoPlanChange } from './undo-plan-change.server';

let stage: PlanStage;
beforeAll(async () => {
  stage = await planStage();
});
afterAll(() => stage.drop());

/** Two needs alike but for their urgency, and goods for one: the weights decide who gets them. */
async function draft() {
  const { itemId, needs } = await stage.villages(10, [10, 10]);
  await stage.database.superuser`
    update request set urgency = 'critical' where id = ${needs[0]!.requestId}`;
  const planId = await stage.drafted(itemId, { floorShare: 0 });
  const [critical, normal] = [needs[0]!.requestLineId, needs[1]!.requestLineId];
  return { planId, itemId, critical, normal };
}

const turned = (): PlanChoices => ({
  ...stage.choices,
  floorShare: 0,
  urgencyWeights: { normal: 9, urgent: 1, critical: 1 },
});

async function ask(planId: string, choices: PlanChoices, extra?: { itemId: string }) {
  const placeId = stage.world.depot.id;
  const { jobId } = await stage.orThrow(
    askWhatIf(stage.env, stage.as(stage.drafter), {
      planId,
      choices,
      extra: extra && { ...extra, size: '', quantity: 50, placeId },
    }),
  );
  await stage.workAll();
  return jobId;
}

const takeOver = async (planId: string, jobId: string, actor = stage.drafter) =>
  takeOverWhatIf(stage.env, stage.as(actor), {
    ...(await stage.at(planId)),
    jobId,
    reason: '委员会改了分量',
  });

async function choicesOf(planId: string): Promise<PlanChoices> {
  const [row] = await stage.database.superuser<{ choices: PlanChoices }[]>`
    select choices from allocation_plan where id = ${planId}`;
  return row!.choices;
}
async function changesOf(planId: string) {
  const rows = await stage.database.superuser<
    { id: string; kind: string; reason: string; cost: number; undone: boolean }[]
  >`select id, kind, reason, cost, undone_at is not null as undone
    from allocation_plan_change where plan_id = ${planId} order by id`;
  return [...rows];
}

describe('weights that were tried out', () => {
  it('are taken over into the plan, which is solved again, kept with reason and cost', async () => {
    const { planId, critical, normal } = await draft();
    expect(await stage.linesOf(planId)).toEqual({ [critical]: 8, [normal]: 2 });
    await stage.orThrow(takeOver(planId, await ask(planId, turned())));
    await stage.workAll();
    expect(await choicesOf(planId)).toEqual(turned());
    expect(await stage.linesOf(planId)).toEqual({ [normal]: 10 });
    const [change] = await changesOf(planId);
    expect(change).toMatchObject({ kind: 'weights', reason: '委员会改了分量' });
    expect(change!.cost).toBeGreaterThan(0);
  });

  it('come back as they were when the change is taken back, whatever was taken over in between', async () => {
    const { planId } = await draft();
    const [before, lines] = [await choicesOf(planId), await stage.linesOf(planId)];
    await stage.orThrow(takeOver(planId, await ask(planId, turned())));
    await stage.workAll();
    await stage.orThrow(takeOver(planId, await ask(planId, { ...turned(), lambda: 0 })));
    await stage.workAll();
    const [first, second] = await changesOf(planId);
    expect([first!.undone, second!.undone]).toEqual([true, false]);
    await stage.orThrow(
      undoPlanChange(stage.env, stage.as(stage.drafter), {
        ...(await stage.at(planId)),
        changeId: second!.id,
      }),
    );
    await stage.workAll();
    expect(await choicesOf(planId)).toEqual(before);
    expect(await stage.linesOf(planId)).toEqual(lines);
  });

  it('do not bring goods along that nobody has given', async () => {
    const { planId, itemId } = await draft();
    const jobId = await ask(planId, turned(), { itemId });
    await stage.orThrow(takeOver(planId, jobId));
    await stage.workAll();
    const given = Object.values(await stage.linesOf(planId)).reduce((sum, one) => sum + one, 0);
    expect(given).toBe(10);
  });

  it('are not taken over twice, from another plan, or by another bureau', async () => {
    const { planId } = await draft();
    const other = await draft();
    const jobId = await ask(planId, turned());
    expect(await takeOver(other.planId, jobId)).toMatchObject({
      error: { code: 'access.not_found' },
    });
    expect(await takeOver(planId, newId())).toMatchObject({ error: { code: 'access.not_found' } });
    const foreign = actorOf('bureau_officer', '450300000000');
    expect(await takeOver(planId, jobId, foreign)).toMatchObject({
      error: { code: 'access.not_found' },
    });
    const centre = actorOf('centre_coordinator', '451100000000');
    expect(await takeOver(planId, jobId, centre)).toMatchObject({ ok: false });
    await stage.orThrow(takeOver(planId, jobId));
    await stage.workAll();
    expect(await takeOver(planId, jobId)).toMatchObject({
      error: { code: 'plan.weights_unchanged' },
    });
    expect(await changesOf(other.planId)).toEqual([]);
  });
});

describe('weights that no plan can be solved by', () => {
  const bad: [string, Partial<PlanChoices>, string][] = [
    ['not a number', { lambda: Number.NaN }, 'plan.weights_unsound'],
    ['negative', { lambda: -1 }, 'plan.weights_unsound'],
    ['a floor above all', { floorShare: 1.5 }, 'plan.weights_unsound'],
    [
      'rising with the fill',
      {
        segments: [
          { upTo: 0.5, worth: 0.3 },
          { upTo: 1, worth: 1 },
        ],
      },
      'plan.weights_unsound',
    ],
    ['all 0', { groupWeights: { children: 0, elderly: 0, women: 0 } }, 'plan.weights_all_zero'],
  ];

  it.each(bad)(
    'are refused before anything is drafted or tried out: %s',
    async (_what, over, code) => {
      const { planId, itemId } = await draft();
      const choices = { ...stage.choices, ...over };
      const jobs = async () => {
        const [row] = await stage.database.superuser`select count(*)::int as jobs from job`;
        return row?.['jobs'];
      };
      const before = await jobs();
      const asked = { planId, choices, extra: undefined };
      expect(await askWhatIf(stage.env, stage.as(stage.drafter), asked)).toMatchObject({
        error: { code },
      });
      const needs = { needDivisionCode: '451121000000', campaignId: undefined, itemIds: [itemId] };
      expect(
        await draftAllocationPlan(stage.env, stage.as(stage.drafter), { ...needs, choices }),
      ).toMatchObject({ error: { code } });
      expect(await jobs()).toBe(before);
    },
  );
});
