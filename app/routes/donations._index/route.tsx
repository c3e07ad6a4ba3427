import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, useSearchParams } from '@remix-run/react';
import { HandHeart, Plus } from 'lucide-react';
import { visibleScope } from '~/domain/actor';
import { donationStatuses } from '~/domain/donation';
import { refusal } from '~/domain/policy';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { FilterForm } from '~/ui/filter-form';
import { LinkButton } from '~/ui/link-button';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { SelectField } from '~/ui/select-field';
import { TextField } from '~/ui/text-field';
import { listCampaigns } from '~db/queries/campaigns.server';
import { listDonations } from '~db/queries/donations.server';
import { readDonationFilter } from './donation-filter.server';
import { useDonationColumns } from './use-donation-columns';

export const handle = pageTitle('donations', 'listTitle');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { db } = context.env;
  const scope = visibleScope(actor);
  const filter = readDonationFilter(new URL(request.url).searchParams);
  const [found, campaigns] = await Promise.all([
    listDonations(db, scope, filter),
    listCampaigns(db, scope),
  ]);
  return {
    ...found,
    page: { number: filter.page, size: filter.pageSize, total: found.total },
    campaigns: campaigns.map(({ id, name }) => ({ id, name })),
    pledgeRefusal: refusal('donation.pledge', actor, { organisationId: actor.organisationId }),
    mayPledge: actor.role === 'foundation_staff',
  };
}

export default function DonationsPage() {
  const t = useText('donations');
  const { rows, page, mayPledge, pledgeRefusal } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const columns = useDonationColumns();
  const filtered = ['status', 'text', 'campaignId'].some((name) => search.get(name));
  const pledge = mayPledge && (
    <LinkButton to={paths.newDonation} icon={Plus} refusal={pledgeRefusal}>
      {t('newTitle')}
    </LinkButton>
  );
  return (
    <Page
      title={t('listTitle')}
      lead={mayPledge ? t('listLeadDonor') : t('listLead')}
      action={
        <>
          {pledge}
          <LinkButton kind="secondary" to={paths.campaigns}>
            {t('campaignsTitle')}
          </LinkButton>
        </>
      }
    >
      <DataTable
        caption={t('listTitle')}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        page={page}
        filter={<Filter />}
        empty={
          filtered ? (
            <EmptyState icon={HandHeart} title={t('nothingFound')} />
          ) : (
            <EmptyState icon={HandHeart} title={t('noneYet')} action={pledge}>
              {mayPledge ? t('noneYetDonor') : t('noneYetOthers')}
            </EmptyState>
          )
        }
      />
    </Page>
  );
}

function Filter() {
  const t = useText('donations');
  const s = useText('statuses');
  const { campaigns } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  return (
    <FilterForm names={['text', 'status', 'campaignId']}>
      <TextField
        name="text"
        type="search"
        label={t('searchLabel')}
        defaultValue={search.get('text') ?? ''}
      />
      <SelectField
        name="status"
        label={t('status')}
        emptyLabel={t('anyStatus')}
        options={donationStatuses.map((one) => ({ value: one, label: s(`donation.${one}`) }))}
        defaultValue={search.get('status') ?? ''}
      />
      {campaigns.length > 0 && (
        <SelectField
          name="campaignId"
          label={t('campaign')}
          emptyLabel={t('anyCampaign')}
          options={campaigns.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={search.get('campaignId') ?? ''}
        />
      )}
    </FilterForm>
  );
}
