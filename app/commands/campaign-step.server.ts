import { lockCampaign, type CampaignRow } from '~db/store/campaign.server';
import { campaignStatus } from '~/domain/campaign';
import { allowed } from '~/domain/policy';
import { ok, refuse, type Result } from '~/domain/result';
import type { CommandContext } from './command.server';

export interface CampaignStepInput {
  campaignId: string;
  /** Version the form was drawn from. */
  version: number;
}

/** The campaign locked, where this actor may take the step on it as it stands now. */
export async function campaignFor(
  { tx, actor }: CommandContext,
  action: 'campaign.amend' | 'campaign.close',
  { campaignId, version }: CampaignStepInput,
): Promise<Result<CampaignRow>> {
  const row = await lockCampaign(tx, campaignId);
  if (!row) return refuse('access.not_found');
  const { organisationId, divisionCode } = row;
  const status = campaignStatus(row);
  const may = allowed(action, actor, { status, organisationId, divisionCode });
  if (!may.ok) return may;
  return row.version === version ? ok(row) : refuse('record.stale', { version: row.version });
}
