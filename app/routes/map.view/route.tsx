import type { LoaderFunctionArgs } from '@remix-run/node';
import { visibleScope } from '~/domain/actor';
import { dayInShanghai } from '~/domain/calendar';
import { readMapView } from '~/domain/map/map-address';
import { requireActor } from '~/server/actor.server';
import { mapAnswerResponse } from '~/server/map-response.server';
import { mapsFor, outsideNote } from '~/server/map.server';

/** GET, as data: the marks of one window, as far as the reader may see. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const scope = visibleScope(actor);
  const { view, notes } = readMapView(new URL(request.url).searchParams);
  const today = dayInShanghai(context.env.now());
  const sight = await mapsFor(context.env).sight(scope, view.filter, today);
  return mapAnswerResponse(request, sight, view, [...notes, ...outsideNote(scope, view.filter)]);
}
