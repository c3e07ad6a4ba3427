import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useErrorText } from '~/i18n/error-text';
import { useText } from '~/i18n/text';
import { requireActor } from '~/server/actor.server';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { Notice } from '~/ui/notice';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { loadMap } from './load-map.server';
import { MapArea } from './map-area';
import { MapFilterForm } from './map-filter-form';
import { MapFigures } from './map-figures';
import { DeliveriesTable, DepotsTable } from './side-tables';
import { useCentreColumns } from './use-centre-columns';

export const handle = pageTitle('map', 'title');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  return { ...(await loadMap(context.env, actor, request.url)), base: context.env.baseMap.base };
}

export default function MapPage() {
  const t = useText('map');
  const errorText = useErrorText();
  const loaded = useLoaderData<typeof loader>();
  const { first, rows, page, panelMissing } = loaded;
  const columns = useCentreColumns(first.perspective);
  const need = first.perspective === 'need';
  return (
    <Page title={t('title')} lead={need ? t('lead') : t('leadGoods')}>
      {(first.notes.length > 0 || panelMissing) && (
        <Notice tone="waiting">
          {first.notes.map((note) => (
            <p key={`${note.code} ${note.field}`}>{errorText(note)}</p>
          ))}
          {panelMissing && <p>{t('centreMissing')}</p>}
        </Notice>
      )}
      <MapFilterForm loaded={loaded} />
      <MapArea loaded={loaded} base={loaded.base} />
      <MapFigures loaded={loaded} />
      <DataTable
        caption={t('centres')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        page={page}
        empty={
          <EmptyState title={t('emptyTitle')}>
            {need ? t('emptyHint') : t('emptyHintGoods')}
          </EmptyState>
        }
      />
      <DeliveriesTable loaded={loaded} />
      <DepotsTable loaded={loaded} />
    </Page>
  );
}
