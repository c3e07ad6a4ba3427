import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData, useSearchParams } from '@remix-run/react';
import { Scale } from 'lucide-react';
import { roleMay } from '~/domain/policy';
import { urgencies } from '~/domain/request';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { refuseRequest } from '~/server/respond.server';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { FilterForm } from '~/ui/filter-form';
import { useName } from '~/ui/item-amount';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { SelectField } from '~/ui/select-field';
import { useRequestLabels } from '../requests.new/request-labels';
import { loadNeeds } from './load-needs.server';
import { useNeedColumns } from './use-need-columns';

export const handle = pageTitle('desk', 'title');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  if (!roleMay('allocation.make', actor.role)) refuseRequest({ code: 'access.role' });
  return loadNeeds(context.env, actor, new URL(request.url).searchParams);
}

export default function DeskPage() {
  const t = useText('desk');
  const words = useRequestLabels();
  const nameOf = useName();
  const { needs, items, counties, campaigns, page } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const columns = useNeedColumns(items);
  const chosen = (name: string) => search.get(name) ?? '';
  const filters = [
    { name: 'item', label: t('item'), options: items.map((one) => [one.id, nameOf(one)]) },
    { name: 'county', label: t('county'), options: counties.map((one) => [one.code, one.name]) },
    {
      name: 'urgency',
      label: t('urgency'),
      options: urgencies.map((value) => [value, words.urgency(value)]),
    },
    {
      name: 'campaign',
      label: t('campaign'),
      options: campaigns.map((one) => [one.id, one.name]),
    },
  ] as const;
  const request = chosen('request');
  const names = [...filters.map((one) => one.name), 'request'];
  return (
    <Page title={t('title')} lead={t('lead')}>
      {request && needs[0] && (
        <p>
          {t('onlyOf', { place: needs[0].placeName, programme: needs[0].programmeName })}{' '}
          <Link to={paths.desk} className="underline underline-offset-4">
            {t('allNeeds')}
          </Link>
        </p>
      )}
      <DataTable
        caption={t('openNeeds')}
        captionHidden
        columns={columns}
        rows={needs}
        rowKey={(need) => need.requestLineId}
        page={page}
        filter={
          <FilterForm names={names}>
            {filters.map(({ name, label, options }) => (
              <SelectField
                key={name}
                name={name}
                label={label}
                emptyLabel={t('any')}
                defaultValue={chosen(name)}
                options={options.map(([value = '', text = '']) => ({ value, label: text }))}
              />
            ))}
            {request && <input type="hidden" name="request" value={request} />}
          </FilterForm>
        }
        empty={
          <EmptyState icon={Scale} title={t('emptyTitle')}>
            {names.some((name) => chosen(name)) ? t('emptyFiltered') : t('emptyHint')}
          </EmptyState>
        }
      />
    </Page>
  );
}
