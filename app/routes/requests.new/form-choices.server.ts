import type { Actor } from '~/domain/actor';
import { visibleScope } from '~/domain/actor';
import { dayInShanghai } from '~/domain/calendar';
import type { ServerEnv } from '~/server/env.server';
import { listItems } from '~db/queries/items.server';
import { listOwnProgrammes } from '~db/queries/requests.server';
import { listRunningCampaigns } from '~db/queries/campaigns.server';

/** What the request form offers: the centre's programmes, running campaigns, and what may be asked for. */
export async function formChoices(env: ServerEnv, actor: Actor) {
  const scope = visibleScope(actor);
  const today = dayInShanghai(env.now());
  const [programmes, campaigns, items] = await Promise.all([
    listOwnProgrammes(env.db, scope, today),
    listRunningCampaigns(env.db, scope, today),
    listItems(env.db),
  ]);
  return { programmes, campaigns, items: items.filter((item) => !item.retired), today };
}
