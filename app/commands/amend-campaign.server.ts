import { saveCampaign } from '~db/store/campaign.server';
import type { CampaignAmendment } from '~/domain/campaign';
import { ok } from '~/domain/result';
import { campaignFor, type CampaignStepInput } from './campaign-step.server';
import { defineCommand } from './command.server';

type Input = CampaignStepInput & CampaignAmendment;

export const amendCampaign = defineCommand<Input, { campaignId: string; version: number }>(
  'amend-campaign',
  async (context, input) => {
    const found = await campaignFor(context, 'campaign.amend', input);
    if (!found.ok) return found;
    const { id } = found.value;
    const version = found.value.version + 1;
    const { name, startsOn, endsOn = null } = input;
    await saveCampaign(context.tx, id, { name, startsOn, endsOn, version });
    context.event('campaign', id, version, 'amended', { startsOn, endsOn });
    return ok({ campaignId: id, version });
  },
);
