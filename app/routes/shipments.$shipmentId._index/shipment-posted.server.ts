import { redirect } from '@remix-run/node';
import { cancelShipment } from '~/commands/cancel-shipment.server';
import { dispatchShipment } from '~/commands/dispatch-shipment.server';
import type { Actor } from '~/domain/actor';
import { dispatchSchema, shipmentStepSchema } from '~/domain/shipment-form';
import { paths } from '~/paths';
import type { ServerEnv } from '~/server/env.server';
import { parseForm, readPosted } from '~/server/form.server';
import { refuseRequest, respond } from '~/server/respond.server';

/** What the buttons of a shipment's page do. */
export async function shipmentPosted(
  request: Request,
  actor: Actor,
  env: ServerEnv,
  shipmentId: string | undefined,
) {
  const posted = await readPosted(request);
  // The address says which shipment; a forged field would not.
  if (posted.fields.get('shipmentId') !== shipmentId) refuseRequest({ code: 'form.invalid' });
  const done = (word: string) => (of: { shipmentId: string }) =>
    redirect(`${paths.shipment(of.shipmentId)}?done=${word}`);
  switch (posted.intent) {
    case 'dispatch': {
      const form = parseForm(posted, actor, dispatchSchema);
      if (!form.ok) return form.answer;
      const input = { ...form.value, version: form.version };
      return respond(form, await dispatchShipment(env, form.envelope, input), done('dispatched'));
    }
    case 'cancel': {
      const form = parseForm(posted, actor, shipmentStepSchema);
      if (!form.ok) return form.answer;
      const input = { ...form.value, version: form.version };
      return respond(form, await cancelShipment(env, form.envelope, input), done('cancelled'));
    }
    default:
      return refuseRequest({ code: 'form.invalid' });
  }
}
