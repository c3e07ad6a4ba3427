import { visibleScope, type Actor } from '~/domain/actor';
import type { ReadEnv } from '~/server/snapshot.server';
import { findProgrammeOfHandout, listHandoutSources } from '~db/queries/handouts.server';
import { listItemsById } from '~db/queries/items.server';

/** What may be put on the list: approved needs of its programme, each with its item and the unit it was asked in. */
export async function findHandoutSources(env: ReadEnv, actor: Actor, handoutId: string) {
  const programmeId = await findProgrammeOfHandout(env.db, visibleScope(actor), handoutId);
  if (programmeId === undefined) return undefined;
  return listProgrammeSources(env, actor, programmeId);
}

export async function listProgrammeSources(env: ReadEnv, actor: Actor, programmeId: string) {
  const rows = await listHandoutSources(env.db, visibleScope(actor), programmeId);
  const items = await listItemsById(
    env.db,
    rows.map(({ itemId }) => itemId),
  );
  return rows.flatMap((row) => {
    const item = items.find(({ id }) => id === row.itemId);
    const unit = item?.units.find(({ code }) => code === row.unitCode);
    if (!item || !unit) return [];
    const { nameZh, nameEn, units } = item;
    return [{ ...row, nameZh, nameEn, units, unit }];
  });
}
