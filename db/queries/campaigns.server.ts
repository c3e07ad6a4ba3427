import { and, asc, desc, eq, isNull, or, sql } from 'drizzle-orm';
import type { Scope } from '~/domain/actor';
import type { Database, Tx } from '~db/client.server';
import { campaign } from '~db/schema/donation';
import { organisation } from '~db/schema/organisation';

export interface CampaignInList {
  id: string;
  name: string;
  organisationName: string;
  divisionCode: string;
  startsOn: string;
  endsOn: string | null;
  closedOn: string | null;
}

/** Campaigns are public within the house: donors of another province choose among them. Running ones first. */
export async function listCampaigns(db: Database | Tx, _scope: Scope): Promise<CampaignInList[]> {
  return db
    .select({
      id: campaign.id,
      name: campaign.name,
      organisationName: organisation.name,
      divisionCode: campaign.divisionCode,
      startsOn: campaign.startsOn,
      endsOn: campaign.endsOn,
      closedOn: campaign.closedOn,
    })
    .from(campaign)
    .innerJoin(organisation, eq(organisation.id, campaign.organisationId))
    .orderBy(desc(campaign.startsOn), asc(campaign.name));
}

/** One campaign, for everybody of the house. */
export async function findCampaign(db: Database | Tx, _scope: Scope, id: string) {
  const [row] = await db
    .select({ campaign, organisationName: organisation.name })
    .from(campaign)
    .innerJoin(organisation, eq(organisation.id, campaign.organisationId))
    .where(eq(campaign.id, id));
  return row && { ...row.campaign, organisationName: row.organisationName };
}

export async function listRunningCampaigns(
  db: Database | Tx,
  _scope: Scope,
  today: string,
): Promise<{ id: string; name: string }[]> {
  return db
    .select({ id: campaign.id, name: campaign.name })
    .from(campaign)
    .where(
      and(
        isNull(campaign.closedOn),
        or(isNull(campaign.endsOn), sql`${campaign.endsOn} >= ${today}`),
      ),
    )
    .orderBy(desc(campaign.startsOn), asc(campaign.name));
}
