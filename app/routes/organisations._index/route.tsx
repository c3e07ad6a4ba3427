import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { Building2, Plus } from 'lucide-react';
import { visibleScope } from '~/domain/actor';
import { disambiguated } from '~/domain/division';
import { organisationKinds } from '~/domain/organisation';
import { roleMay } from '~/domain/policy';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import {
  listOrganisations,
  ORGANISATIONS_PAGE_SIZE,
  organisationSorts,
  type OrganisationsAsked,
} from '~db/queries/organisations.server';
import { findPaths } from '~db/queries/divisions.server';
import { DataTable, type Column } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { FilterForm } from '~/ui/filter-form';
import { LinkButton } from '~/ui/link-button';
import { useKindName } from '~/ui/organisation-words';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { SelectField } from '~/ui/select-field';
import { TextField } from '~/ui/text-field';

export const handle = pageTitle('organisations', 'title');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const asked = askedOf(new URL(request.url).searchParams);
  const { db } = context.env;
  const { rows, total } = await listOrganisations(db, visibleScope(actor), asked);
  const ways = await findPaths(
    db,
    rows.map((row) => row.divisionCode),
  );
  return {
    rows: rows.map((row) => ({
      ...row,
      divisionName: disambiguated(ways.get(row.divisionCode) ?? []).join('，'),
    })),
    page: { number: asked.page, size: ORGANISATIONS_PAGE_SIZE, total },
    filter: { text: asked.text, kind: asked.kind },
    mayRegister: roleMay('organisation.register', actor.role),
  };
}

function askedOf(search: URLSearchParams): OrganisationsAsked {
  const sort = search.get('sort') ?? 'name';
  const kind = search.get('kind');
  return {
    text: (search.get('text') ?? '').trim().slice(0, 60),
    kind: organisationKinds.find((name) => name === kind),
    sort: organisationSorts.find((name) => name === sort.replace(/^-/, '')) ?? 'name',
    descending: sort.startsWith('-'),
    page: Math.min(10_000, Math.max(1, Math.trunc(Number(search.get('page')) || 1))),
  };
}

type Row = Awaited<ReturnType<typeof listOrganisations>>['rows'][number] & { divisionName: string };

export default function OrganisationsPage() {
  const t = useText('organisations');
  const common = useText('common');
  const kindName = useKindName();
  const { rows, page, filter, mayRegister } = useLoaderData<typeof loader>();
  const columns: Column<Row>[] = [
    {
      key: 'name',
      header: t('name'),
      heading: true,
      sortable: true,
      cell: ({ organisationId, name }) => (
        <Link to={paths.organisation(organisationId)} className="text-persimmon underline">
          {name}
        </Link>
      ),
    },
    { key: 'kind', header: t('kind'), sortable: true, cell: ({ kind }) => kindName(kind) },
    {
      key: 'division',
      header: t('division'),
      sortable: true,
      cell: ({ divisionName, divisionCode }) => divisionName || divisionCode,
    },
    { key: 'creditCode', header: t('creditCode'), cell: ({ creditCode }) => creditCode ?? '—' },
  ];
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      action={
        mayRegister && (
          <LinkButton to={paths.registerOrganisation} icon={Plus}>
            {t('register')}
          </LinkButton>
        )
      }
    >
      <DataTable
        caption={t('title')}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ organisationId }) => organisationId}
        page={page}
        filter={
          <FilterForm names={['text', 'kind']}>
            <TextField name="text" type="search" label={t('search')} defaultValue={filter.text} />
            <SelectField
              name="kind"
              label={t('kind')}
              emptyLabel={common('all')}
              defaultValue={filter.kind}
              options={organisationKinds.map((value) => ({ value, label: kindName(value) }))}
            />
          </FilterForm>
        }
        empty={
          <EmptyState icon={Building2} title={t('none')}>
            {t('noneHint')}
          </EmptyState>
        }
      />
    </Page>
  );
}
