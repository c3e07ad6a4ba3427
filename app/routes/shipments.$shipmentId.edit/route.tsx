import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { amendShipment } from '~/commands/amend-shipment.server';
import { packShipment } from '~/commands/pack-shipment.server';
import { isUuid } from '~/domain/account';
import { visibleScope } from '~/domain/actor';
import { draftShipmentSchema } from '~/domain/shipment-form';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { parseForm, readPosted } from '~/server/form.server';
import { idParam } from '~/server/params.server';
import { found, refuseRequest, respond } from '~/server/respond.server';
import { listGoodsForDraft } from '~db/queries/goods-to-send.server';
import { findShipment } from '~db/queries/shipment.server';
import type { RefusedAnswer } from '~/ui/form-answer';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { shipmentRefusal } from '../shipments.$shipmentId._index/shipment-view.server';
import { GoodsForm } from '../shipments.new/goods-form';
import {
  atTypedRow,
  goodsOf,
  looseOf,
  parcelAsked,
  rowsToShow,
} from '../shipments.new/goods-rows.server';
import { PackedNotice } from '../shipments.new/packed-notice';

export const handle = pageTitle('shipments', 'amendTitle');

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { env } = context;
  const scope = visibleScope(actor);
  const shipment = found(await findShipment(env.db, scope, idParam(params, 'shipmentId')));
  const { id, code, fromPlaceId, toPlaceId, from, to, version } = shipment;
  const refused = shipmentRefusal('shipment.amend', actor, shipment);
  if (refused) refuseRequest(refused);
  const between = { fromPlaceId, toPlaceId, shipmentId: id };
  const goods = await listGoodsForDraft(env.db, scope, between);
  const packed = new URL(request.url).searchParams.get('packed');
  return {
    id,
    code,
    fromName: from.name,
    chosen: {
      fromPlaceId,
      toPlaceId,
      toName: to.name,
      rows: await rowsToShow(env, goods, { lines: shipment.lines, toKind: to.kind }),
    },
    packed: isUuid(packed) ? packed : null,
    envelope: { membershipId: actor.membershipId, formKey: env.newId(), version },
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const shipmentId = idParam(params, 'shipmentId');
  const posted = await readPosted(request);
  const form = parseForm(posted, actor, draftShipmentSchema);
  if (!form.ok) return form.answer;
  const { lines } = form.value;
  const step = { shipmentId, version: form.version };
  const kind = parcelAsked(posted.intent);
  if (kind) {
    const loose = looseOf(lines);
    const goods = { ...step, kind, lines: loose.map(goodsOf) };
    const packed = await packShipment(context.env, form.envelope, goods);
    return respond(form, atTypedRow(packed, loose), ({ parcelId }) =>
      redirect(`${paths.amendShipment(shipmentId)}?packed=${parcelId}`),
    );
  }
  const goods = { ...step, lines: lines.map(goodsOf) };
  const result = await amendShipment(context.env, form.envelope, goods);
  return respond(form, atTypedRow(result, lines), () =>
    redirect(`${paths.shipment(shipmentId)}?done=amended`),
  );
}

export default function AmendShipmentPage() {
  const t = useText('shipments');
  const { id, code, fromName, chosen, packed, envelope } = useLoaderData<typeof loader>();
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
      {packed && !answer && <PackedNotice parcelId={packed} />}
      <GoodsForm key={packed} {...chosen} envelope={envelope} answer={answer} />
    </Page>
  );
}
