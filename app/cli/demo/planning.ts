import { eq } from 'drizzle-orm';
import { applyAllocationPlan } from '~/commands/apply-allocation-plan.server';
import { approveAllocationPlan } from '~/commands/approve-allocation-plan.server';
import { draftAllocationPlan } from '~/commands/draft-allocation-plan.server';
import { submitAllocationPlan } from '~/commands/submit-allocation-plan.server';
import { listParameters } from '~db/queries/parameters.server';
import { allocationPlan } from '~db/schema/allocation-plan';
import { dayInShanghai } from '~/domain/calendar';
import { planChoicesOf } from '~/domain/plan-parameters';
import { workOnce } from '~/jobs/run-jobs';
import { solveHere } from '~/jobs/solve-task';
import { approve, ask } from './asking';
import { askings } from './askings';
import type { House } from './set-up';
import { from, itemId, must, type Story } from './story';

const HEZHOU = '451100000000';

/** Four villages ask for more than there is: one plan is applied, and one waits as a draft for the committee. */
export async function planTogether(story: Story, house: House, campaignId: string): Promise<void> {
  story.at(3, '09:00');
  const { maojiaChildren, shinanChildren, zhuyuanElderly, baoanElderly } = askings;
  const children = await ask(story, house, campaignId, maojiaChildren);
  await approve(story, house, 'fuchuan', children);
  const more = await ask(story, house, campaignId, shinanChildren);
  await approve(story, house, 'city', more);
  story.at(2, '15:00');
  const uniforms = await drafted(story, house, campaignId, [itemId(story, 'school_uniform')]);
  await must(submitAllocationPlan(story.env, from(story, house.actor('city')), uniforms));
  story.at(1, '09:00');
  const decided = { ...uniforms, version: uniforms.version + 1 };
  await must(approveAllocationPlan(story.env, from(story, house.actor('city2')), decided));
  const applied = { ...uniforms, version: uniforms.version + 2 };
  await must(applyAllocationPlan(story.env, from(story, house.actor('city2')), applied));
  const elderly = await ask(story, house, campaignId, zhuyuanElderly);
  await approve(story, house, 'city', elderly);
  // More urgent, and of sizes that are scarce: how far the other village may fall back is the committee's to choose.
  const freezing = await ask(story, house, campaignId, baoanElderly);
  await approve(story, house, 'zhongshan', freezing);
  story.at(1, '16:00');
  await drafted(story, house, campaignId, []);
}

/** Drafted by the city and solved at once; the server's own thread does it later. */
async function drafted(story: Story, house: House, campaignId: string, itemIds: string[]) {
  const day = dayInShanghai(story.now());
  const choices = planChoicesOf(await listParameters(story.env.db), day, HEZHOU);
  const input = { needDivisionCode: HEZHOU, campaignId, itemIds, choices };
  const sent = from(story, house.actor('city'));
  const { planId } = await must(draftAllocationPlan(story.env, sent, input));
  const fault = (error: unknown): never => {
    throw error;
  };
  await workOnce({ ...story.env, solve: solveHere, say: fault });
  const [plan] = await story.env.db
    .select({ version: allocationPlan.version, solutionId: allocationPlan.solutionId })
    .from(allocationPlan)
    .where(eq(allocationPlan.id, planId));
  if (!plan?.solutionId) throw new Error('the story’s plan was not solved');
  return { planId, version: plan.version };
}
