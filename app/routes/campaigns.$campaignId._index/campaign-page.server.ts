import { visibleScope, type Actor } from '~/domain/actor';
import { campaignStatus } from '~/domain/campaign';
import { disambiguated } from '~/domain/division';
import { refusal, roleMay } from '~/domain/policy';
import type { ServerEnv } from '~/server/env.server';
import { found } from '~/server/respond.server';
import { inSnapshot, type ReadEnv } from '~/server/snapshot.server';
import { listCampaignGoods, listCampaignNeeds } from '~db/queries/campaign-goods.server';
import { findCampaign } from '~db/queries/campaigns.server';
import { findPaths } from '~db/queries/divisions.server';
import { listDonations } from '~db/queries/donations.server';
import { findHistory } from '~db/queries/history.server';
import { listItemsById } from '~db/queries/items.server';
import { listRequests } from '~db/queries/requests.server';

/** How many of each the page shows; the lists show all. */
const SHOWN = 5;

/**
 * A campaign is everybody's to read; its donations, requests and figures are those that this reader sees, of one moment: the
 * goods are those of the donations listed.
 */
export function campaignPage(env: ServerEnv, actor: Actor, campaignId: string) {
  return inSnapshot(env, (at) => readCampaignPage(at, actor, campaignId));
}

async function readCampaignPage({ db, newId }: ReadEnv, actor: Actor, campaignId: string) {
  const scope = visibleScope(actor);
  const campaign = found(await findCampaign(db, scope, campaignId));
  const latest = { campaignId, sort: 'createdAt', descending: true } as const;
  const page = { page: 1, pageSize: SHOWN };
  // Donors and depots see what is allocated, not who asked.
  const seesRequests = !['foundation_staff', 'depot_staff'].includes(actor.role);
  const [donations, requests, goods, needs, history, divisions] = await Promise.all([
    listDonations(db, scope, { ...latest, ...page }),
    seesRequests ? listRequests(db, scope, { ...latest, ...page }) : undefined,
    listCampaignGoods(db, scope, campaignId),
    seesRequests ? listCampaignNeeds(db, scope, campaignId) : [],
    findHistory(db, 'campaign', campaignId),
    findPaths(db, [campaign.divisionCode]),
  ]);
  const items = await listItemsById(
    db,
    [...goods, ...needs].map(({ itemId }) => itemId),
  );
  const record = { ...campaign, status: campaignStatus(campaign) };
  const stepOf = (action: 'campaign.amend' | 'campaign.close') =>
    roleMay(action, actor.role) ? { refusal: refusal(action, actor, record) } : undefined;
  const { id, name, organisationName, startsOn, endsOn, closedOn, version } = campaign;
  return {
    campaign: { id, name, organisationName, startsOn, endsOn, closedOn, version },
    status: record.status,
    divisionName: disambiguated(divisions.get(campaign.divisionCode) ?? []).join(' · '),
    donations,
    requests,
    goods,
    needs,
    items,
    history,
    steps: { amend: stepOf('campaign.amend'), close: stepOf('campaign.close') },
    membershipId: actor.membershipId,
    formKey: newId(),
  };
}
export type CampaignPageData = Awaited<ReturnType<typeof campaignPage>>;
