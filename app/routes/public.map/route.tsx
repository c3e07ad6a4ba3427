import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData, useNavigate } from '@remix-run/react';
import { useCallback, useMemo } from 'react';
import type { MapAnswer, Shading } from '~/domain/map';
import type { PublicCount } from '~/domain/suppression';
import { formatNumber, formatShare } from '~/i18n/format';
import { useLanguage, useText } from '~/i18n/text';
import { paths } from '~/paths';
import { buttonLooks } from '~/ui/button-looks';
import { DataTable, type Column } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { MapFrame } from '~/ui/map/map-frame';
import { Money } from '~/ui/money';
import { Notice } from '~/ui/notice';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { useShadingLabels } from '../map._index/shown-words';
import { loadPublicMap, type LoadedPublicMap } from './load-public-map.server';

export const handle = pageTitle('map', 'publicTitle');

/** Public: counts by county and township, small groups hidden; nobody is asked who they are. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  return { ...(await loadPublicMap(context.env, request.url)), base: context.env.baseMap.base };
}

export default function PublicMapPage() {
  const t = useText('map');
  const { first, window, base, rows, county, countyMissing, threshold, shading } =
    useLoaderData<typeof loader>();
  const count = usePublicCount();
  const columns = usePublicColumns(county !== undefined, shading);
  const navigate = useNavigate();
  const counted = useMemo(
    () => withCounts(first, rows, shading, count),
    [first, rows, shading, count],
  );
  const openCounty = useCallback(
    (code: string) => navigate(addressOf(code.slice(0, 6), shading)),
    [navigate, shading],
  );
  const title = county ? county.name : t('publicTitle');
  const by = county ? t('byTownship') : t('byCounty');
  const labels = useShadingLabels(true);
  const shaded = shading === 'none' ? '' : t('pictureShading', { shading: labels[shading], by });
  return (
    <Page
      title={title}
      lead={t('publicLead', { threshold })}
      crumbs={county && [{ label: t('publicTitle'), to: paths.publicMap }]}
    >
      {countyMissing && <Notice tone="waiting">{t('publicCountyMissing')}</Notice>}
      <ShadingLinks shading={shading} county={county?.divisionCode.slice(0, 6)} />
      <MapFrame
        key={county?.divisionCode}
        first={counted}
        window={window}
        base={base}
        title={title}
        about={`${t('publicLead', { threshold })}${shaded}`}
        shading={shading}
        onPick={county ? undefined : openCounty}
      />
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

function addressOf(county: string | undefined, shading: Shading): string {
  const search = new URLSearchParams();
  if (county) search.set('county', county);
  if (shading !== 'need') search.set('shading', shading);
  return `?${search}`;
}

/** What the areas are shaded by; plain links, so that it is chosen without JavaScript too. */
function ShadingLinks({ shading, county }: { shading: Shading; county: string | undefined }) {
  const t = useText('map');
  const labels = {
    need: t('personsWaiting'),
    fill: t('fill'),
    value: t('valueReceived'),
    none: t('shadingNone'),
  };
  return (
    <nav aria-label={t('shading')} className="no-print flex flex-wrap items-center gap-x-1">
      <span className="text-sm text-ink-soft">{t('shading')}</span>
      {(['need', 'fill', 'value', 'none'] as const).map((one) => (
        <Link
          key={one}
          to={addressOf(county, one)}
          preventScrollReset
          aria-current={one === shading ? 'true' : undefined}
          className={buttonLooks(one === shading ? 'secondary' : 'quiet', false)}
        >
          {labels[one]}
        </Link>
      ))}
    </nav>
  );
}

/** The words of the table on the map as well: "fewer than" and "at least" are no numbers. */
function withCounts(
  first: MapAnswer,
  rows: readonly Row[],
  shading: Shading,
  count: (of: PublicCount) => string,
): MapAnswer {
  if (shading !== 'need') return first;
  const waiting = new Map(rows.map((row) => [row.divisionCode, row.waiting]));
  const areas = first.areas.map((area) => ({
    ...area,
    figure: count(waiting.get(area.divisionCode) ?? area.value),
  }));
  return { ...first, areas };
}

function usePublicCount(): (of: PublicCount) => string {
  const t = useText('map');
  const language = useLanguage();
  return useCallback(
    (of) => {
      const number = (value: number) => formatNumber(language, value, 0);
      if (typeof of === 'number') return number(of);
      return 'atLeast' in of
        ? t('atLeast', { count: number(of.atLeast) })
        : t('fewerThan', { count: number(of.fewerThan) });
    },
    [t, language],
  );
}

function usePublicColumns(townships: boolean, shading: Shading): Column<Row>[] {
  const t = useText('map');
  const language = useLanguage();
  const count = usePublicCount();
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
              to={addressOf(row.divisionCode.slice(0, 6), shading)}
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
      key: 'value',
      header: t('valueReceived'),
      align: 'end',
      cell: (row) => (row.valueFen === null ? '—' : <Money value_fen={row.valueFen} />),
    },
    {
      key: 'centres',
      header: t('centresAsking'),
      align: 'end',
      cell: (row) => formatNumber(language, row.centres, 0),
    },
  ];
}
