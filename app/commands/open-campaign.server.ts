import { insertCampaign } from '~db/store/campaign.server';
import type { NewCampaign } from '~/domain/campaign';
import { countyCode } from '~/domain/division';
import { allowed } from '~/domain/policy';
import { ok } from '~/domain/result';
import { checkDivision } from './chosen-division.server';
import { defineCommand } from './command.server';

/** A bureau opens a campaign for its division or a part of it. */
export const openCampaign = defineCommand<NewCampaign, { campaignId: string }>(
  'open-campaign',
  async (context, input) => {
    const { actor, tx, now } = context;
    const { divisionCode } = input;
    const organisationId = actor.organisationId;
    const may = allowed('campaign.open', actor, { organisationId, divisionCode });
    if (!may.ok) return may;
    const chosen = await checkDivision(context, divisionCode, 'divisionCode');
    if (!chosen.ok) return chosen;
    const id = context.newId();
    await insertCampaign(tx, {
      id,
      name: input.name,
      organisationId,
      divisionCode,
      countyCode: countyCode(divisionCode),
      startsOn: input.startsOn,
      endsOn: input.endsOn ?? null,
      createdAt: now,
    });
    context.event('campaign', id, 1, 'opened', { divisionCode });
    return ok({ campaignId: id });
  },
);
