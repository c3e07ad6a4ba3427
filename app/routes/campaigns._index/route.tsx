import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { Flag, Plus } from 'lucide-react';
import { visibleScope } from '~/domain/actor';
import { disambiguated } from '~/domain/division';
import { refusal, roleMay } from '~/domain/policy';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { DataTable } from '~/ui/data-table';
import { DayText } from '~/ui/date-text';
import { EmptyState } from '~/ui/empty-state';
import { LinkButton } from '~/ui/link-button';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { StatusBadge } from '~/ui/status-badge';
import { listCampaigns } from '~db/queries/campaigns.server';
import { findPaths } from '~db/queries/divisions.server';

export const handle = pageTitle('donations', 'campaignsTitle');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { db } = context.env;
  const campaigns = await listCampaigns(db, visibleScope(actor));
  const places = await findPaths(
    db,
    campaigns.map((one) => one.divisionCode),
  );
  const { organisationId, divisionCode } = actor;
  return {
    rows: campaigns.map((one) => ({
      ...one,
      divisionName: disambiguated(places.get(one.divisionCode) ?? []).join(' · '),
    })),
    open: roleMay('campaign.open', actor.role)
      ? { refusal: refusal('campaign.open', actor, { organisationId, divisionCode }) }
      : undefined,
  };
}

export default function CampaignsPage() {
  const t = useText('donations');
  const { rows, open } = useLoaderData<typeof loader>();
  const action = open && (
    <LinkButton to={paths.newCampaign} icon={Plus} refusal={open.refusal}>
      {t('newCampaign')}
    </LinkButton>
  );
  return (
    <Page title={t('campaignsTitle')} lead={t('campaignsLead')} action={action}>
      <DataTable
        caption={t('campaignsTitle')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'name',
            header: t('campaignName'),
            heading: true,
            cell: (row) => (
              <Link to={paths.campaign(row.id)} className="underline underline-offset-4">
                {row.name}
              </Link>
            ),
          },
          {
            key: 'status',
            header: t('status'),
            cell: (row) => <StatusBadge status={`campaign.${row.closedOn ? 'closed' : 'open'}`} />,
          },
          { key: 'for', header: t('campaignFor'), cell: (row) => row.divisionName },
          { key: 'by', header: t('campaignBy'), cell: (row) => row.organisationName },
          { key: 'starts', header: t('startsOn'), cell: (row) => <DayText day={row.startsOn} /> },
          {
            key: 'ends',
            header: t('endsOn'),
            cell: (row) => (row.endsOn ? <DayText day={row.endsOn} /> : t('noEnd')),
          },
        ]}
        empty={
          <EmptyState icon={Flag} title={t('noCampaigns')} action={action}>
            {t('noCampaignsHint')}
          </EmptyState>
        }
      />
    </Page>
  );
}
