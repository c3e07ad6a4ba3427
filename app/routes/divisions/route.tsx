import type { LoaderFunctionArgs } from '@remix-run/node';
import { visibleScope } from '~/domain/actor';
import { optionalActor } from '~/server/actor.server';
import { offerDivisions } from '~/server/division-choice.server';
import type { DivisionOffers } from '~/ui/use-division-offers';

/**
 * Names of divisions are public, and the set-up page needs them before anybody can sign in; whoever has signed in sees
 * those of the own area first.
 */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const signedIn = await optionalActor({ request, context });
  const near = signedIn && visibleScope(signedIn.actor).divisionPrefix;
  const text = new URL(request.url).searchParams.get('text') ?? '';
  const { db, now } = context.env;
  const offers: DivisionOffers = { text, choices: await offerDivisions(db, text, now(), near) };
  return Response.json(offers, {
    headers: { 'Cache-Control': 'private, no-cache', Vary: 'Cookie' },
  });
}
