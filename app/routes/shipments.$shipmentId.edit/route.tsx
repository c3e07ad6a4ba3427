import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { amendShipment } from '~/commands/amend-shipment.server';
import { visibleScope } from '~/domain/actor';
import { draftShipmentSchema } from '~/domain/shipment-form';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { parseForm, readPosted } from '~/server/form.server';
import { idParam } from '~/server/params.server';
import { found, refuseRequest, respond } from '~/server/respond.server';
import { listGoodsToSend } from '~db/queries/goods-to-send.server';
import { findShipment } from '~db/queries/shipment.server';
import type { RefusedAnswer } from '~/ui/form-answer';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { shipmentRefusal } from '../shipments.$shipmentId._index/shipment-view.server';
import { GoodsForm } from '../shipments.new/goods-form';
import { atTypedRow, goodsOf, rowsToShow } from '../shipments.new/goods-rows.server';

export const handle = pageTitle('shipments', 'amendTitle');

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { env } = context;
  const scope = visibleScope(actor);
  const shipment = found(await findShipment(env.db, scope, idParam(params, 'shipmentId')));
  const { id, code, fromPlaceId, toPlaceId, from, to, version } = shipment;
  const refused = shipmentRefusal('shipment.amend', actor, shipment);
  if (refused) refuseRequest(refused);
  const between = { fromPlaceId, toPlaceId, butForShipmentId: id };
  const goods = await listGoodsToSend(env.db, scope, between);
  return {
    id,
    code,
    fromName: from.name,
    chosen: {
      fromPlaceId,
      toPlaceId,
      toName: to.name,
      rows: await rowsToShow(env, goods, shipment.lines),
    },
    envelope: { membershipId: actor.membershipId, formKey: env.newId(), version },
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const shipmentId = idParam(params, 'shipmentId');
  const form = parseForm(await readPosted(request), actor, draftShipmentSchema);
  if (!form.ok) return form.answer;
  const { lines } = form.value;
  const input = { shipmentId, version: form.version, lines: lines.map(goodsOf) };
  const result = await amendShipment(context.env, form.envelope, input);
  return respond(form, atTypedRow(result, lines), () =>
    redirect(`${paths.shipment(shipmentId)}?done=amended`),
  );
}

export default function AmendShipmentPage() {
  const t = useText('shipments');
  const { id, code, fromName, chosen, envelope } = useLoaderData<typeof loader>();
  const answer = useActionData() as RefusedAnswer | undefined;
  return (
    <Page
      title={t('amendTitle')}
      lead={`${fromName} → ${chosen.toName}`}
      crumbs={[
        { label: t('listTitle'), to: paths.shipments },
        { label: code, to: paths.shipment(id) },
      ]}
    >
      <GoodsForm {...chosen} envelope={envelope} answer={answer} />
    </Page>
  );
}
