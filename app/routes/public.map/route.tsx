import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import type { PublicCount } from '~/domain/suppression';
import { formatNumber, formatShare } from '~/i18n/format';
import { useLanguage, useText } from '~/i18n/text';
import { paths } from '~/paths';
import { DataTable, type Column } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { MapFrame } from '~/ui/map/map-frame';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { loadPublicMap, type LoadedPublicMap } from './load-public-map.server';

export const handle = pageTitle('map', 'publicTitle');

/** Public: counts by county and township, small groups hidden; nobody is asked who they are. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  return { ...(await loadPublicMap(context.env, request.url)), base: context.env.baseMap.base };
}

export default function PublicMapPage() {
  const t = useText('map');
  const { first, window, base, rows, county, threshold } = useLoaderData<typeof loader>();
  const columns = usePublicColumns(county !== undefined);
  const title = county ? county.name : t('publicTitle');
  return (
    <Page
      title={title}
      lead={t('publicLead', { threshold })}
      crumbs={county && [{ label: t('publicTitle'), to: paths.publicMap }]}
    >
      <MapFrame first={first} window={window} base={base} title={title} />
      <DataTable
        caption={county ? t('byTownship') : t('byCounty')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.divisionCode}
        empty={<EmptyState title={t('publicEmpty')} />}
      />
    </Page>
  );
}

type Row = LoadedPublicMap['rows'][number];

function usePublicColumns(townships: boolean): Column<Row>[] {
  const t = useText('map');
  const language = useLanguage();
  const number = (value: number) => formatNumber(language, value, 0);
  const count = (of: PublicCount) => {
    if (typeof of === 'number') return number(of);
    return 'atLeast' in of
      ? t('atLeast', { count: number(of.atLeast) })
      : t('fewerThan', { count: number(of.fewerThan) });
  };
  return [
    {
      key: 'name',
      header: t('division'),
      heading: true,
      cell: (row) =>
        townships ? (
          row.name
        ) : (
          <>
            <Link
              to={`?county=${row.divisionCode.slice(0, 6)}`}
              className="font-semibold underline underline-offset-4"
            >
              {row.name}
            </Link>
            <span className="block text-sm font-normal text-ink-soft">{row.above}</span>
          </>
        ),
    },
    {
      key: 'waiting',
      header: t('personsWaiting'),
      align: 'end',
      cell: (row) => count(row.waiting),
    },
    {
      key: 'fill',
      header: t('fill'),
      align: 'end',
      cell: (row) => (row.fill === null ? '—' : formatShare(language, row.fill / 100)),
    },
    {
      key: 'centres',
      header: t('centresAsking'),
      align: 'end',
      cell: (row) => number(row.centres),
    },
  ];
}
