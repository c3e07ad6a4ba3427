import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { roleMay } from '~/domain/policy';
import { useText } from '~/i18n/text';
import { requireActor } from '~/server/actor.server';
import { refuseRequest } from '~/server/respond.server';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { pageNumber } from '../requests._index/read-filter';
import { loadWanted } from './load-wanted.server';
import { WantedNotice } from './wanted-notice';
import { WantedTable } from './wanted-table';

export const handle = pageTitle('plans', 'wantedTitle');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  if (!roleMay('wanted_goods.read', actor.role)) refuseRequest({ code: 'access.role' });
  const page = pageNumber(new URL(request.url).searchParams.get('page'));
  const loaded = await loadWanted(context.env, page);
  return { ...loaded, mayPledge: roleMay('donation.pledge', actor.role) };
}

export default function WantedGoodsPage() {
  const t = useText('plans');
  const loaded = useLoaderData<typeof loader>();
  return (
    <Page title={t('wantedTitle')} lead={t('wantedLead', { count: loaded.threshold })}>
      <WantedNotice state={loaded.state} />
      {loaded.state.at && <WantedTable {...loaded} />}
    </Page>
  );
}
