import type { LoaderFunctionArgs } from '@remix-run/node';
import { readMapView } from '~/domain/map/map-address';
import { requireActor } from '~/server/actor.server';
import { donationSight } from '~/server/donation-map.server';
import { mapAnswerResponse } from '~/server/map-response.server';
import { idParam } from '~/server/params.server';

/** GET, as data: the marks of one window of a donation's map. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { sight } = await donationSight(context.env, actor, idParam(params, 'donationId'));
  const { view, notes } = readMapView(new URL(request.url).searchParams);
  return mapAnswerResponse(request, sight, { ...view, filter: {} }, notes);
}
