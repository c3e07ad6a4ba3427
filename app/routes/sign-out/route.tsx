import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { paths } from '~/paths';
import { forgetSessions } from '~/server/session.server';

/** Someone who opens the address itself has nothing to read here. */
export function loader() {
  return redirect(paths.home);
}

/** Public: ends the session that the request carries, if it carries one. */
export async function action({ request, context }: ActionFunctionArgs) {
  const headers = await context.env.auth.signOut(request);
  forgetSessions();
  return redirect(paths.home, { headers });
}
