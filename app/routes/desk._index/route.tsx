import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData, useSearchParams } from '@remix-run/react';
import { Scale } from 'lucide-react';
import { visibleScope } from '~/domain/actor';
import { dayInShanghai } from '~/domain/calendar';
import { toCandidate, toNeed, usableFor } from '~/domain/desk';
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
import { listRunningCampaigns } from '~db/queries/campaigns.server';
import { listGoods, listOpenNeeds } from '~db/queries/desk.server';
import { listItems } from '~db/queries/items.server';
import { listRequestCounties } from '~db/queries/requests.server';
import { pageNumber } from '../requests._index/read-filter';
import { useRequestLabels } from '../requests.new/request-labels';
import { useNeedColumns } from './use-need-columns';

export const handle = pageTitle('desk', 'title');

const PAGE_SIZE = 50;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  if (!roleMay('allocation.make', actor.role)) refuseRequest({ code: 'access.role' });
  const { db, now } = context.env;
  const scope = visibleScope(actor);
  const today = dayInShanghai(now());
  const search = new URL(request.url).searchParams;
  const number = pageNumber(search.get('page'));
  const id = (name: string) => UUID.exec(search.get(name) ?? '')?.[0];
  const [needs, items, counties, campaigns] = await Promise.all([
    listOpenNeeds(db, scope, {
      itemId: id('item'),
      campaignId: id('campaign'),
      requestId: id('request'),
      countyCode: /^\d{6}$/.exec(search.get('county') ?? '')?.[0],
      urgency: urgencies.find((one) => one === search.get('urgency')),
      limit: PAGE_SIZE,
      offset: (number - 1) * PAGE_SIZE,
    }),
    listItems(db),
    listRequestCounties(db, scope),
    listRunningCampaigns(db, scope, today),
  ]);
  const itemIds = needs.rows.map((need) => need.itemId);
  const candidates = (await listGoods(db, scope, itemIds)).map(toCandidate);
  return {
    needs: needs.rows.map((need) => ({
      ...need,
      usable: usableFor(toNeed(need), candidates, today),
    })),
    items: items.filter((item) => !item.isKit),
    counties,
    campaigns,
    page: { number, size: PAGE_SIZE, total: needs.total },
  };
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
