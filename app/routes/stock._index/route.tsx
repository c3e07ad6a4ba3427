import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, useSearchParams } from '@remix-run/react';
import { Boxes, Package } from 'lucide-react';
import { visibleScope } from '~/domain/actor';
import { addDays, dayInShanghai } from '~/domain/calendar';
import { getNumber } from '~/domain/parameter';
import { roleMay } from '~/domain/policy';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { listParameters } from '~db/queries/parameters.server';
import { listStockChoices, listStockRows } from '~db/queries/stock.server';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { LinkButton } from '~/ui/link-button';
import { Notice } from '~/ui/notice';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { readAsked } from './read-asked';
import { StockFilter } from './stock-filter';
import { rowsToShow } from './stock-rows.server';
import { useStockColumns } from './use-stock-columns';

export const handle = pageTitle('stock', 'listTitle');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { env } = context;
  const scope = visibleScope(actor);
  const today = dayInShanghai(env.now());
  const parameters = await listParameters(env.db);
  const soonDay = addDays(today, getNumber(parameters, 'stock.expiring_soon', today, ''));
  const asked = readAsked(new URL(request.url).searchParams, { today, soonDay });
  const [{ rows, total }, choices] = await Promise.all([
    listStockRows(env.db, scope, asked),
    listStockChoices(env.db, scope),
  ]);
  const own = rows.map((row) => row.organisationId === actor.organisationId);
  return {
    rows: (await rowsToShow(env, rows, { today, soonDay })).map((row, at) => ({
      ...row,
      own: own[at] === true && roleMay('stock.quarantine', actor.role),
    })),
    page: { number: asked.page, size: asked.pageSize, total },
    choices,
    keeps: roleMay('parcel.pack', actor.role),
  };
}

export default function StockPage() {
  const t = useText('stock');
  const { rows, page, choices, keeps } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const columns = useStockColumns(choices.places.length > 1);
  const filtered = ['place', 'item', 'kind', 'condition', 'parcel'].some((name) =>
    search.get(name),
  );
  return (
    <Page
      title={t('listTitle')}
      lead={t('listLead')}
      action={
        <>
          {keeps && (
            <LinkButton to={paths.packParcel} icon={Package}>
              {t('pack')}
            </LinkButton>
          )}
          {keeps && (
            <LinkButton kind="secondary" to={paths.foundStock}>
              {t('foundTitle')}
            </LinkButton>
          )}
          <LinkButton kind="secondary" to={paths.stockMovements}>
            {t('movements')}
          </LinkButton>
        </>
      }
    >
      {search.get('done') === 'found' && <Notice tone="done">{t('foundDone')}</Notice>}
      <DataTable
        caption={t('listTitle')}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={(row) => `${row.kind} ${row.placeId} ${row.lotId} ${row.parcelId}`}
        page={page}
        filter={(rows.length > 0 || filtered) && <StockFilter choices={choices} />}
        empty={
          filtered ? (
            <EmptyState title={t('nothingFound')}>{t('nothingFoundHint')}</EmptyState>
          ) : (
            <EmptyState icon={Boxes} title={t('emptyTitle')}>
              {t('emptyHint')}
            </EmptyState>
          )
        }
      />
    </Page>
  );
}
