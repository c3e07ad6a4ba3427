import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { receiveShipment } from '~/commands/receive-shipment.server';
import { isUuid } from '~/domain/account';
import { visibleScope } from '~/domain/actor';
import { receiveShipmentSchema } from '~/domain/shipment-form';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { parseForm, readPosted } from '~/server/form.server';
import { found, refuseRequest, respond } from '~/server/respond.server';
import { findShipment } from '~db/queries/shipment.server';
import type { RefusedAnswer } from '~/ui/form-answer';
import { Notice } from '~/ui/notice';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { linesToShow, shipmentRefusal } from '../shipments.$shipmentId._index/shipment-view.server';
import { ReceiveForms } from './receive-forms';

export const handle = pageTitle('shipments', 'receiveTitle', (data: { code: string }) => ({
  code: data.code,
}));

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { env } = context;
  const id = isUuid(params.shipmentId) ? params.shipmentId : undefined;
  const shipment = found(id ? await findShipment(env.db, visibleScope(actor), id) : undefined);
  const refused = shipmentRefusal('shipment.receive', actor, shipment);
  // A shipment already received is no error: the page says that nothing is left.
  if (refused && refused.code !== 'record.status') refuseRequest(refused);
  const lines = await linesToShow(env.db, shipment);
  return {
    id: shipment.id,
    code: shipment.code,
    version: shipment.version,
    fromName: shipment.from.name,
    lines: refused ? [] : lines.filter((line) => line.figures.outstanding > 0),
    membershipId: actor.membershipId,
    formKeys: { all: env.newId(), some: env.newId() },
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const posted = await readPosted(request);
  if (posted.fields.get('shipmentId') !== params.shipmentId) {
    refuseRequest({ code: 'form.invalid' });
  }
  const form = parseForm(posted, actor, receiveShipmentSchema);
  if (!form.ok) return form.answer;
  const input = { ...form.value, version: form.version };
  const result = await receiveShipment(context.env, form.envelope, input);
  return respond(form, atRow(result, form.value.lines), ({ shipmentId }) =>
    redirect(`${paths.shipment(shipmentId)}?done=receivedDone`),
  );
}

/** A refusal names the shipment line; the form's rows are numbered. */
function atRow<R extends Awaited<ReturnType<typeof receiveShipment>>>(
  result: R,
  lines: readonly { lineId: string }[],
): R {
  if (result.ok || !result.error.field?.startsWith('lines.')) return result;
  const at = lines.findIndex((line) => `lines.${line.lineId}` === result.error.field);
  return { ...result, error: { ...result.error, field: `lines[${at}].received` } };
}

export default function ReceivePage() {
  const t = useText('shipments');
  const page = useLoaderData<typeof loader>();
  const answer = useActionData() as RefusedAnswer | undefined;
  return (
    <Page
      narrow
      title={t('receiveTitle', { code: page.code })}
      lead={t('receiveLead', { place: page.fromName })}
      crumbs={[
        { label: t('listTitle'), to: paths.shipments },
        { label: page.code, to: paths.shipment(page.id) },
      ]}
    >
      {page.lines.length === 0 ? (
        <Notice tone="info">{t('nothingToReceive')}</Notice>
      ) : (
        <ReceiveForms {...page} answer={answer} />
      )}
    </Page>
  );
}
