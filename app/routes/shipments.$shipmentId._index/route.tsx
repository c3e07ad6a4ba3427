import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PackageCheck, Pencil } from 'lucide-react';
import { loadOf } from '~/domain/load';
import type { DomainError } from '~/domain/error';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import type { RefusedAnswer } from '~/ui/form-answer';
import { HistoryCard } from '~/ui/history-list';
import { LinkButton } from '~/ui/link-button';
import { Notice } from '~/ui/notice';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { StatusBadge } from '~/ui/status-badge';
import { CancelCard } from './cancel-card';
import { DispatchCard } from './dispatch-card';
import { loadShipment } from './load-shipment.server';
import { ReceiptsCard } from './receipts-card';
import { shipmentPosted } from './shipment-posted.server';
import { ShipmentFacts } from './shipment-facts';
import { ShipmentLines } from './shipment-lines';
import { shipmentRefusal } from './shipment-view.server';

export const handle = pageTitle('shipments', 'listTitle');

const doneWords = ['drafted', 'amended', 'dispatched', 'cancelled', 'receivedDone'] as const;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { env } = context;
  const { shipment, lines, history } = await loadShipment(env, actor, params.shipmentId);
  const { state: _, senders: __, lines: ___, ...head } = shipment;
  const done = new URL(request.url).searchParams.get('done');
  const isSender = shipment.from.organisationId === actor.organisationId;
  const isReceiver = shipment.to.organisationId === actor.organisationId;
  return {
    shipment: head,
    lines,
    load: loadOf(lines),
    history,
    isSender,
    isReceiver,
    refusals: {
      amend: shipmentRefusal('shipment.amend', actor, shipment),
      dispatch: shipmentRefusal('shipment.dispatch', actor, shipment),
      cancel: shipmentRefusal('shipment.cancel', actor, shipment),
      receive: shipmentRefusal('shipment.receive', actor, shipment),
    },
    membershipId: actor.membershipId,
    formKeys: { dispatch: env.newId(), cancel: env.newId() },
    done: doneWords.find((word) => word === done),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  return shipmentPosted(request, actor, context.env, params.shipmentId);
}

export default function ShipmentPage() {
  const t = useText('shipments');
  const page = useLoaderData<typeof loader>();
  const answer = useActionData() as RefusedAnswer | undefined;
  const { shipment, lines, load, isSender, isReceiver, done } = page;
  const refusals = page.refusals as Record<
    'amend' | 'dispatch' | 'cancel' | 'receive',
    DomainError | undefined
  >;
  const draft = shipment.status === 'draft';
  const onTheWay = shipment.status === 'dispatched' || shipment.status === 'partly_received';
  const step = { shipment, membershipId: page.membershipId, answer };
  return (
    <Page
      title={shipment.code}
      badge={<StatusBadge status={`shipment.${shipment.status}`} />}
      lead={`${shipment.from.name} → ${shipment.to.name}`}
      crumbs={[{ label: t('listTitle'), to: paths.shipments }]}
      action={
        (draft && isSender && (
          <LinkButton
            kind="secondary"
            to={paths.amendShipment(shipment.id)}
            icon={Pencil}
            refusal={refusals.amend}
          >
            {t('amendTitle')}
          </LinkButton>
        )) ||
        (isReceiver && onTheWay && (
          <LinkButton
            to={paths.receiveShipment(shipment.id)}
            icon={PackageCheck}
            refusal={refusals.receive}
          >
            {t('receive')}
          </LinkButton>
        ))
      }
      aside={
        <>
          <ShipmentFacts shipment={shipment} load={load} />
          {draft && isSender && (
            <CancelCard {...step} formKey={page.formKeys.cancel} refusal={refusals.cancel} />
          )}
        </>
      }
    >
      {done && !answer && <Notice tone="done">{t(done)}</Notice>}
      <ShipmentLines lines={lines} draft={draft} />
      {draft && isSender && (
        <DispatchCard {...step} formKey={page.formKeys.dispatch} refusal={refusals.dispatch} />
      )}
      {!draft && shipment.status !== 'cancelled' && (
        <ReceiptsCard receipts={shipment.receipts} lines={lines} />
      )}
      <HistoryCard entries={page.history} />
    </Page>
  );
}
