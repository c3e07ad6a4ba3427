import { isUuid } from '~/domain/account';
import { visibleScope, type Actor } from '~/domain/actor';
import { dayInShanghai } from '~/domain/calendar';
import { toCandidate, toNeed, usableFor } from '~/domain/desk';
import { urgencies } from '~/domain/request';
import type { ServerEnv } from '~/server/env.server';
import { inSnapshot, type ReadEnv } from '~/server/snapshot.server';
import { listRunningCampaigns } from '~db/queries/campaigns.server';
import { listGoods, listOpenNeeds } from '~db/queries/desk.server';
import { listItems } from '~db/queries/items.server';
import { listRequestCounties } from '~db/queries/requests.server';
import { pageNumber } from '../requests._index/read-filter';

const PAGE_SIZE = 50;

/** Open needs, each beside what could be used for it, of one moment: what is allocated is in both or in neither. */
export function loadNeeds(env: ServerEnv, actor: Actor, search: URLSearchParams) {
  return inSnapshot(env, (at) => readNeeds(at, actor, search));
}

async function readNeeds({ db, now }: ReadEnv, actor: Actor, search: URLSearchParams) {
  const scope = visibleScope(actor);
  const today = dayInShanghai(now());
  const number = pageNumber(search.get('page'));
  const id = (name: string) => {
    const given = search.get(name);
    return isUuid(given) ? given : undefined;
  };
  const [needs, items, counties, campaigns] = await Promise.all([
    listOpenNeeds(db, scope, {
      itemId: id('item'),
      campaignId: id('campaign'),
      requestId: id('request'),
      countyCode: /^\d{6}$/.exec(search.get('county') ?? '')?.[0],
      urgency: urgencies.find((one) => one === search.get('urgency')),
      limit: PAGE_SIZE,
      offset: (number - 1) * PAGE_SIZE,
    }),
    listItems(db),
    listRequestCounties(db, scope),
    listRunningCampaigns(db, scope, today),
  ]);
  const itemIds = needs.rows.map((need) => need.itemId);
  const candidates = (await listGoods(db, scope, itemIds)).map(toCandidate);
  return {
    needs: needs.rows.map((need) => ({
      ...need,
      usable: usableFor(toNeed(need), candidates, today),
    })),
    items: items.filter((item) => !item.isKit),
    counties,
    campaigns,
    page: { number, size: PAGE_SIZE, total: needs.total },
  };
}
