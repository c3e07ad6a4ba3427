import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { countHome } from '~db/queries/home.server';
import { visibleScope } from '~/domain/actor';
import { dayInShanghai } from '~/domain/calendar';
import { useText } from '~/i18n/text';
import { optionalActor } from '~/server/actor.server';
import { Page } from '~/ui/page';
import { PublicHome } from './public-home';
import { StartHere } from './start-here';
import { TaskGrid } from './task-grid';

/** Public: what this is, and the field for a code. Signed in: what waits for the reader. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const reader = await optionalActor({ request, context });
  if (!reader) return null;
  const { actor, userName } = reader;
  const { db, now } = context.env;
  const counts = await countHome(db, visibleScope(actor), dayInShanghai(now()));
  return { role: actor.role, userName, counts };
}

export default function Home() {
  const loaded = useLoaderData<typeof loader>();
  const t = useText('home');
  if (!loaded) return <PublicHome />;
  const { role, userName, counts } = loaded;
  const empty = Object.values(counts).every((count) => count === 0);
  // The administrator's own account and organisation are always there.
  const first = role === 'administrator' ? (counts.organisations ?? 0) <= 1 : empty;
  return (
    <Page title={t('greeting', { name: userName })}>
      {first ? <StartHere role={role} /> : <TaskGrid role={role} counts={counts} />}
    </Page>
  );
}
