import { saveCampaign } from '~db/store/campaign.server';
import { dayInShanghai } from '~/domain/calendar';
import { ok } from '~/domain/result';
import { campaignFor, type CampaignStepInput } from './campaign-step.server';
import { defineCommand } from './command.server';

/** It takes no further donations and requests; what is in it goes its way to the end. */
export const closeCampaign = defineCommand<
  CampaignStepInput,
  { campaignId: string; version: number }
>('close-campaign', async (context, input) => {
  const found = await campaignFor(context, 'campaign.close', input);
  if (!found.ok) return found;
  const { id } = found.value;
  const version = found.value.version + 1;
  const closedOn = dayInShanghai(context.now);
  await saveCampaign(context.tx, id, { closedOn, version });
  context.event('campaign', id, version, 'closed', { day: closedOn });
  return ok({ campaignId: id, version });
});
