import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listDisputedSignOffs } from '~db/queries/handout-list.server';
import { countHome } from '~db/queries/home.server';
import { listItemsById } from '~db/queries/items.server';
import { visibleScope } from '~/domain/actor';
import { dayInShanghai } from '~/domain/calendar';
import { roleMay } from '~/domain/policy';
import { useText } from '~/i18n/text';
import { optionalActor, optionalSession } from '~/server/actor.server';
import { Page } from '~/ui/page';
import { DisputedList } from './disputed-list';
import { PublicHome } from './public-home';
import { StartHere } from './start-here';
import { TaskGrid } from './task-grid';
import { UnplacedHome } from './unplaced-home';

/** Public: what this is, and the field for a code. Signed in: what waits for the reader. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const reader = await optionalActor({ request, context });
  if (!reader) {
    const session = await optionalSession({ request, context });
    return session ? { userName: session.userName } : null;
  }
  const { actor, userName } = reader;
  const { db, now } = context.env;
  const scope = visibleScope(actor);
  const [counts, disputed] = await Promise.all([
    countHome(db, scope, dayInShanghai(now())),
    roleMay('sign_off.post', actor.role) ? listDisputedSignOffs(db, scope, MAX_DISPUTED) : [],
  ]);
  const items = await listItemsById(
    db,
    disputed.map(({ itemId }) => itemId),
  );
  return { role: actor.role, userName, counts, disputed, items };
}

/** Of those that wait longest; the list of hand-outs shows all. */
const MAX_DISPUTED = 5;

export default function Home() {
  const loaded = useLoaderData<typeof loader>();
  const t = useText('home');
  if (!loaded) return <PublicHome />;
  if (loaded.counts === undefined) return <UnplacedHome userName={loaded.userName} />;
  const { role, userName, counts, disputed, items } = loaded;
  const empty = Object.values(counts).every((count) => count === 0);
  // The administrator's own account and organisation are always there.
  const first = role === 'administrator' ? (counts.organisations ?? 0) <= 1 : empty;
  return (
    <Page title={t('greeting', { name: userName })}>
      {first ? <StartHere role={role} /> : <TaskGrid role={role} counts={counts} />}
      {!first && <DisputedList disputed={disputed} items={items} />}
    </Page>
  );
}
