import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData, useSearchParams } from '@remix-run/react';
import { ClipboardList, Plus } from 'lucide-react';
import { visibleScope } from '~/domain/actor';
import { roleMay } from '~/domain/policy';
import { requestStatuses, urgencies } from '~/domain/request';
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
import { countRequests, listRequestCounties, listRequests } from '~db/queries/requests.server';
import { useRequestLabels } from '../requests.new/request-labels';
import { readFilter } from './read-filter';
import { StatusTabs } from './status-tabs';
import { useRequestColumns } from './use-request-columns';

export const handle = pageTitle('requests', 'listTitle');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { db } = context.env;
  const scope = visibleScope(actor);
  const filter = readFilter(new URL(request.url).searchParams);
  const [{ rows, total }, counts, counties, campaigns] = await Promise.all([
    listRequests(db, scope, filter),
    countRequests(db, scope),
    listRequestCounties(db, scope),
    listCampaigns(db, scope),
  ]);
  return {
    rows,
    page: { number: filter.page, size: filter.pageSize, total },
    counts,
    counties,
    campaigns: campaigns.map(({ id, name }) => ({ id, name })),
    mayDraft: roleMay('request.draft', actor.role),
    mayApprove: roleMay('request.approve', actor.role),
  };
}

export default function RequestsPage() {
  const t = useText('requests');
  const { rows, page, counts, mayDraft, mayApprove } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const columns = useRequestColumns();
  const filtered = [...search.keys()].some((key) => key !== 'sort' && search.get(key));
  return (
    <Page
      title={t('listTitle')}
      lead={mayApprove ? t('listLeadOfficer') : t('listLead')}
      action={
        mayDraft && (
          <LinkButton to={paths.newRequest} icon={Plus}>
            {t('newTitle')}
          </LinkButton>
        )
      }
    >
      <StatusTabs
        counts={counts}
        statuses={requestStatuses.filter((status) => mayDraft || status !== 'draft')}
      />
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
            <EmptyState title={t('nothingFound')}>
              <Link to={paths.requests} className="underline underline-offset-4">
                {t('showAll')}
              </Link>
            </EmptyState>
          ) : (
            <EmptyState icon={ClipboardList} title={t('emptyTitle')}>
              {mayDraft ? t('emptyDraft') : mayApprove ? t('emptyApprove') : t('emptyOther')}
            </EmptyState>
          )
        }
      />
    </Page>
  );
}

function Filter() {
  const t = useText('requests');
  const words = useRequestLabels();
  const { counties, campaigns } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  return (
    <FilterForm names={['q', 'urgency', 'county', 'campaign']}>
      {search.get('status') && (
        <input type="hidden" name="status" value={search.get('status') ?? ''} />
      )}
      <TextField
        name="q"
        type="search"
        label={t('filterText')}
        defaultValue={search.get('q') ?? ''}
      />
      <SelectField
        name="urgency"
        label={t('urgency')}
        emptyLabel={t('any')}
        defaultValue={search.get('urgency') ?? ''}
        options={urgencies.map((value) => ({ value, label: words.urgency(value) }))}
      />
      {counties.length > 1 && (
        <SelectField
          name="county"
          label={t('county')}
          emptyLabel={t('any')}
          defaultValue={search.get('county') ?? ''}
          options={counties.map((one) => ({ value: one.code, label: one.name }))}
        />
      )}
      {campaigns.length > 0 && (
        <SelectField
          name="campaign"
          label={t('campaign')}
          emptyLabel={t('any')}
          defaultValue={search.get('campaign') ?? ''}
          options={campaigns.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </FilterForm>
  );
}
