import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { paths } from '~/paths';
import { membershipCookie, requireSession } from '~/server/actor.server';
import { readPosted } from '~/server/form.server';
import { refuseRequest } from '~/server/respond.server';

/** Someone who opens the address itself has nothing to read here. */
export function loader() {
  return redirect(paths.home);
}

/**
 * Puts on another of one's own memberships. Goes home, because the page one comes from may not be the new hat's to
 * see.
 */
export async function action(args: ActionFunctionArgs) {
  const { memberships } = await requireSession(args);
  const { fields } = await readPosted(args.request);
  const wanted = fields.get('membershipId');
  const chosen = memberships.find((held) => held.membershipId === wanted);
  if (!chosen) return refuseRequest({ code: 'access.not_found' });
  return redirect(paths.home, { headers: { 'Set-Cookie': membershipCookie(chosen.membershipId) } });
}
