import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Suspense, type ReactNode } from 'react';
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
import { AreasTable, DeliveriesTable, DepotsTable } from './side-tables';
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
      <Apart>
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
      </Apart>
      <Apart>
        <div className="space-y-6">
          <AreasTable loaded={loaded} />
          <DeliveriesTable loaded={loaded} />
          <DepotsTable loaded={loaded} />
        </div>
      </Apart>
    </Page>
  );
}

/**
 * Brought to life after the map, laid out and painted for itself and only when it is scrolled to: the browser does not go
 * through it at each move.
 */
function Apart({ children }: { children: ReactNode }) {
  // Its edge would cut off the shadow of a card.
  return (
    <div className="[contain-intrinsic-size:auto_60rem] [content-visibility:auto] [overflow-clip-margin:1rem]">
      <Suspense fallback={null}>{children}</Suspense>
    </div>
  );
}
