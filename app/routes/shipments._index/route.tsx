import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData, useSearchParams } from '@remix-run/react';
import { Plus, Truck } from 'lucide-react';
import { visibleScope } from '~/domain/actor';
import { roleMay } from '~/domain/policy';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { listPlansToSend } from '~db/queries/plan-trips.server';
import { listShipments } from '~db/queries/shipments.server';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { LinkButton } from '~/ui/link-button';
import { Notice } from '~/ui/notice';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { readFilter } from './read-filter';
import { ShipmentFilterForm } from './shipment-filter-form';
import { useShipmentColumns } from './use-shipment-columns';

export const handle = pageTitle('shipments', 'listTitle');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const filter = readFilter(new URL(request.url).searchParams);
  const { rows, total } = await listShipments(context.env.db, visibleScope(actor), filter);
  const maySend = roleMay('shipment.draft', actor.role);
  return {
    rows,
    plans: maySend ? await listPlansToSend(context.env.db, visibleScope(actor)) : [],
    page: { number: filter.page, size: filter.pageSize, total },
    maySend,
  };
}

export default function ShipmentsPage() {
  const t = useText('shipments');
  const { rows, page, maySend, plans } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const columns = useShipmentColumns();
  const filtered = ['q', 'status', 'direction'].some((name) => search.get(name));
  return (
    <Page
      title={t('listTitle')}
      lead={t('listLead')}
      action={
        maySend && (
          <LinkButton to={paths.newShipment} icon={Plus}>
            {t('newTitle')}
          </LinkButton>
        )
      }
    >
      {plans.length > 0 && (
        <Notice tone="waiting" title={t('plansToSend')}>
          <ul className="list-disc ps-5">
            {plans.map((plan) => (
              <li key={plan.id}>
                <Link to={paths.planTrips(plan.id)} className="underline underline-offset-4">
                  {t('planToSend', { division: plan.divisionName, count: plan.held })}
                </Link>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <DataTable
        caption={t('listTitle')}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        page={page}
        filter={(rows.length > 0 || filtered) && <ShipmentFilterForm ownPlaces={maySend} />}
        empty={
          filtered ? (
            <EmptyState title={t('nothingFound')}>{t('nothingFoundHint')}</EmptyState>
          ) : (
            <EmptyState icon={Truck} title={t('emptyTitle')}>
              {maySend ? t('emptySend') : t('emptyOther')}
            </EmptyState>
          )
        }
      />
    </Page>
  );
}
