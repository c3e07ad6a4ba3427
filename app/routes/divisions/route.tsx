import type { LoaderFunctionArgs } from '@remix-run/node';
import { offerDivisions } from '~/server/division-choice.server';

/** Public: names of divisions are public, and the set-up page needs them before anybody can sign in. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const text = new URL(request.url).searchParams.get('text') ?? '';
  const { db, now } = context.env;
  return { text, choices: await offerDivisions(db, text, now()) };
}
