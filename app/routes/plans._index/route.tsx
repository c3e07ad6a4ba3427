import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData, useSearchParams } from '@remix-run/react';
import { Plus, Split } from 'lucide-react';
import { visibleScope } from '~/domain/actor';
import { allocationPlanStatuses } from '~/domain/allocation-plan';
import { disambiguated } from '~/domain/division';
import { refusal, roleMay } from '~/domain/policy';
import { formatShare } from '~/i18n/format';
import { useLanguage, useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { refuseRequest } from '~/server/respond.server';
import { DataTable, type Column } from '~/ui/data-table';
import { InstantText } from '~/ui/date-text';
import { EmptyState } from '~/ui/empty-state';
import { FilterForm } from '~/ui/filter-form';
import { LinkButton } from '~/ui/link-button';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { SelectField } from '~/ui/select-field';
import { StatusBadge } from '~/ui/status-badge';
import { listPlans } from '~db/queries/allocation-plans.server';
import { findPaths } from '~db/queries/divisions.server';
import { pageNumber } from '../requests._index/read-filter';

export const handle = pageTitle('plans', 'title');

const PAGE_SIZE = 50;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  if (!roleMay('plan.read', actor.role)) refuseRequest({ code: 'access.role' });
  const { db } = context.env;
  const search = new URL(request.url).searchParams;
  const number = pageNumber(search.get('page'));
  const status = allocationPlanStatuses.find((one) => one === search.get('status'));
  const { rows, total } = await listPlans(db, visibleScope(actor), {
    status,
    page: number,
    pageSize: PAGE_SIZE,
  });
  const places = await findPaths(
    db,
    rows.map((row) => row.needDivisionCode),
  );
  const { divisionCode } = actor;
  return {
    rows: rows.map((row) => ({
      ...row,
      divisionName: disambiguated(places.get(row.needDivisionCode) ?? []).join(' · '),
    })),
    page: { number, size: PAGE_SIZE, total },
    draft: roleMay('plan.draft', actor.role)
      ? { refusal: refusal('plan.draft', actor, { divisionCode }) }
      : undefined,
  };
}

type Row = Awaited<ReturnType<typeof loader>>['rows'][number];

export default function PlansPage() {
  const t = useText('plans');
  const tStatus = useText('statuses');
  const { rows, page, draft } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const columns = useColumns();
  const action = draft && (
    <LinkButton to={paths.newPlan} icon={Plus} refusal={draft.refusal}>
      {t('newTitle')}
    </LinkButton>
  );
  return (
    <Page title={t('title')} lead={t('lead')} action={action}>
      <DataTable
        caption={t('title')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        page={page}
        columns={columns}
        filter={
          <FilterForm names={['status']}>
            <SelectField
              name="status"
              label={t('status')}
              emptyLabel={t('any')}
              defaultValue={search.get('status') ?? ''}
              options={allocationPlanStatuses.map((value) => ({
                value,
                label: tStatus(`allocation_plan.${value}`),
              }))}
            />
          </FilterForm>
        }
        empty={
          <EmptyState icon={Split} title={t('emptyTitle')} action={action}>
            {t('emptyHint')}
          </EmptyState>
        }
      />
    </Page>
  );
}

/** A plan from above that decides on no need of the reader's division has no page for the reader. */
function hasNothingForReader(row: Row): boolean {
  return row.isShare && row.needs === 0;
}

function useColumns(): Column<Row>[] {
  const t = useText('plans');
  const language = useLanguage();
  const counted = (row: Row, count: number | null) => {
    if (count === null) return '–';
    return row.isShare ? t('ownCount', { count }) : count;
  };
  return [
    {
      key: 'plan',
      header: t('planFor'),
      heading: true,
      cell: (row) => {
        const name = [row.divisionName, row.campaignName].filter(Boolean).join(' · ');
        return hasNothingForReader(row) ? (
          <>
            {name}
            <span className="block text-sm font-normal text-ink-soft">{t('noOwnNeeds')}</span>
          </>
        ) : (
          <Link to={paths.plan(row.id)} className="underline underline-offset-4">
            {name}
          </Link>
        );
      },
    },
    {
      key: 'status',
      header: t('status'),
      cell: (row) => <StatusBadge status={`allocation_plan.${row.status}`} />,
    },
    { key: 'by', header: t('draftedBy'), cell: (row) => row.organisationName },
    { key: 'needs', header: t('needsCount'), align: 'end', cell: (row) => counted(row, row.needs) },
    {
      key: 'lines',
      header: t('linesCount'),
      align: 'end',
      cell: (row) => counted(row, row.lines),
    },
    {
      key: 'floor',
      header: t('floor'),
      align: 'end',
      cell: (row) => formatShare(language, row.floorShare),
    },
    { key: 'at', header: t('draftedAt'), cell: (row) => <InstantText at={row.createdAt} /> },
  ];
}
