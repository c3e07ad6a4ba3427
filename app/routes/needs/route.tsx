import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { Gift } from 'lucide-react';
import { roleMay } from '~/domain/policy';
import { formatNumber } from '~/i18n/format';
import { useLanguage, useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { refuseRequest } from '~/server/respond.server';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { Amount, useName } from '~/ui/item-amount';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { listItemsById } from '~db/queries/items.server';
import { findCountyNames } from '~db/queries/plan-names.server';
import { listWantedGoods } from '~db/queries/wanted-goods.server';
import { pageNumber } from '../requests._index/read-filter';

export const handle = pageTitle('plans', 'wantedTitle');

const PAGE_SIZE = 30;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  if (!roleMay('wanted_goods.read', actor.role)) refuseRequest({ code: 'access.role' });
  const { env } = context;
  const wanted = await listWantedGoods(env.db, env.now());
  const number = pageNumber(new URL(request.url).searchParams.get('page'));
  const rows = wanted.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE);
  return {
    rows,
    page: { number, size: PAGE_SIZE, total: wanted.length },
    items: await listItemsById(
      env.db,
      rows.map((row) => row.itemId),
    ),
    countyNames: await findCountyNames(
      env.db,
      rows.flatMap((row) => row.byCounty.map((one) => one.key)),
    ),
    mayPledge: roleMay('donation.pledge', actor.role),
  };
}

type Row = Awaited<ReturnType<typeof loader>>['rows'][number];

export default function WantedGoodsPage() {
  const t = useText('plans');
  const language = useLanguage();
  const nameOf = useName();
  const { rows, page, items, countyNames, mayPledge } = useLoaderData<typeof loader>();
  const itemOf = (row: Row) => items.find((item) => item.id === row.itemId);
  const amount = (row: Row, quantity: number) => (
    <Amount quantity={quantity} units={itemOf(row)?.units ?? []} />
  );
  const split = (row: Row, parts: Row['byCounty'], name: (key: string) => string) => (
    <ul>
      {parts.map((part) => (
        <li key={part.key}>
          {name(part.key)} {amount(row, part.quantity)}
        </li>
      ))}
    </ul>
  );
  const group = (key: string) =>
    key === 'children' || key === 'elderly' || key === 'women' ? t(`group.${key}`) : key;
  return (
    <Page title={t('wantedTitle')} lead={t('wantedLead')}>
      <DataTable
        caption={t('wantedTitle')}
        captionHidden
        rows={rows}
        rowKey={(row) => `${row.itemId} ${row.size}`}
        page={page}
        columns={[
          {
            key: 'item',
            header: t('item'),
            heading: true,
            cell: (row) => {
              const item = itemOf(row);
              const name = `${item ? nameOf(item) : ''} ${row.size}`.trim();
              return mayPledge ? (
                <Link to={paths.newDonation} className="underline underline-offset-4">
                  {name}
                </Link>
              ) : (
                name
              );
            },
          },
          {
            key: 'missing',
            header: t('wantedMissing'),
            align: 'end',
            cell: (row) => amount(row, row.open),
          },
          {
            key: 'gift',
            header: t('wantedAmount'),
            align: 'end',
            cell: (row) => amount(row, row.gift),
          },
          {
            key: 'met',
            header: t('wantedMet'),
            align: 'end',
            cell: (row) => amount(row, row.met),
          },
          {
            key: 'persons',
            header: t('wantedPersons'),
            align: 'end',
            cell: (row) => formatNumber(language, row.persons, 0),
          },
          {
            key: 'county',
            header: t('wantedCounty'),
            cell: (row) => split(row, row.byCounty, (key) => countyNames[key] ?? key),
          },
          {
            key: 'group',
            header: t('wantedGroup'),
            cell: (row) => split(row, row.byGroup, group),
          },
        ]}
        empty={
          <EmptyState icon={Gift} title={t('wantedEmpty')}>
            {t('wantedEmptyHint')}
          </EmptyState>
        }
      />
    </Page>
  );
}
