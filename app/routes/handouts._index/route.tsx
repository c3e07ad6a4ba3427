import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData, useSearchParams } from '@remix-run/react';
import { HandHelping, Plus } from 'lucide-react';
import { visibleScope } from '~/domain/actor';
import { roleMay } from '~/domain/policy';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { refuseRequest } from '~/server/respond.server';
import { Badge } from '~/ui/badge';
import { DataTable, type Column } from '~/ui/data-table';
import { DayText } from '~/ui/date-text';
import { EmptyState } from '~/ui/empty-state';
import { FilterForm } from '~/ui/filter-form';
import { LinkButton } from '~/ui/link-button';
import { Notice } from '~/ui/notice';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { SelectField } from '~/ui/select-field';
import { StatusBadge } from '~/ui/status-badge';
import { HANDOUT_PAGE_SIZE, listHandouts } from '~db/queries/handout-list.server';
import { handoutChoices, readFilter } from './read-filter';

export const handle = pageTitle('handouts', 'title');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  if (!roleMay('person.read', actor.role)) refuseRequest({ code: 'access.role' });
  const filter = readFilter(new URL(request.url).searchParams);
  const { rows, total } = await listHandouts(context.env.db, visibleScope(actor), filter);
  return {
    rows,
    page: { number: filter.page, size: HANDOUT_PAGE_SIZE, total },
    mayOpen: roleMay('handout.open', actor.role),
  };
}

export default function HandoutsPage() {
  const t = useText('handouts');
  const { rows, page, mayOpen } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const columns: Column<(typeof rows)[number]>[] = [
    {
      key: 'programme',
      header: t('programme'),
      heading: true,
      sortable: true,
      cell: (row) => (
        <Link to={paths.handout(row.id)} className="underline underline-offset-4">
          {row.programmeName}
        </Link>
      ),
    },
    { key: 'place', header: t('place'), sortable: true, cell: (row) => row.placeName },
    {
      key: 'day',
      header: t('day'),
      sortable: true,
      nowrap: true,
      cell: (row) => <DayText day={row.handoutOn} />,
    },
    {
      key: 'status',
      header: t('status'),
      cell: (row) => (
        <span className="inline-flex flex-wrap gap-2">
          <StatusBadge status={`handout.${row.status}`} />
          {row.disputed > 0 && (
            <Badge tone="trouble">{t('disputedCount', { count: row.disputed })}</Badge>
          )}
        </span>
      ),
    },
    {
      key: 'progress',
      header: t('progress'),
      align: 'end',
      nowrap: true,
      cell: (row) => `${row.signed} / ${row.lines}`,
    },
  ];
  const filtered = search.get('status') !== null;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      action={
        mayOpen && (
          <>
            <LinkButton to={paths.newHandout} icon={Plus}>
              {t('new')}
            </LinkButton>
            <LinkButton to={paths.goodsUsed} kind="secondary">
              {t('useTitle')}
            </LinkButton>
          </>
        )
      }
    >
      {search.get('done') === 'used' && <Notice tone="done">{t('doneUsed')}</Notice>}
      <DataTable
        caption={t('title')}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        page={page}
        filter={(rows.length > 0 || filtered) && <StatusFilter />}
        empty={
          filtered ? (
            <EmptyState title={t('nothingFound')} />
          ) : (
            <EmptyState icon={HandHelping} title={t('emptyTitle')}>
              {mayOpen ? t('empty') : t('emptyOfficer')}
            </EmptyState>
          )
        }
      />
    </Page>
  );
}

function StatusFilter() {
  const t = useText('handouts');
  const status = useText('statuses');
  const [search] = useSearchParams();
  return (
    <FilterForm names={['status']}>
      <SelectField
        name="status"
        label={t('status')}
        emptyLabel={t('anyStatus')}
        defaultValue={search.get('status') ?? undefined}
        options={handoutChoices.map((value) => ({
          value,
          label: value === 'disputed' ? t('withDisputes') : status(`handout.${value}`),
        }))}
      />
    </FilterForm>
  );
}
