import { visibleScope, type Actor } from '~/domain/actor';
import { refusal } from '~/domain/policy';
import type { ServerEnv } from '~/server/env.server';
import { found } from '~/server/respond.server';
import { inSnapshot, type ReadEnv } from '~/server/snapshot.server';
import { findHandout, listUnopenedParcels, nameHandout } from '~db/queries/handouts.server';
import { findHistory } from '~db/queries/history.server';
import { listItemsById } from '~db/queries/items.server';
import { listRecipients } from '~db/queries/register.server';
import { listProgrammeSources } from './handout-sources.server';

/**
 * A list with what may still be put on it, of one moment: what is left of a line, what lies ready for it and what no list
 * bespeaks add up. People are named afterwards, because opening their names is noted. @throws the not-found page for what
 * the reader may not see.
 */
export async function loadHandout(env: ServerEnv, actor: Actor, handoutId: string) {
  const { handout: figures, ...read } = await inSnapshot(env, (at) =>
    readHandout(at, actor, handoutId),
  );
  const { lines, ...handout } = await nameHandout(env, actor, figures);
  const recipients = read.mayAmend ? await listRecipients(env, actor) : [];
  return {
    ...read,
    handout,
    lines: lines.map((line) => ({ ...line, newId: env.newId() })),
    recipients,
    membershipId: actor.membershipId,
    formKey: env.newId(),
  };
}

async function readHandout(env: ReadEnv, actor: Actor, handoutId: string) {
  const { db } = env;
  const handout = found(await findHandout(db, actor, handoutId));
  const { status, organisationId, divisionCode, programmeId } = handout;
  const record = { status, organisationId, divisionCode };
  const mayAmend = refusal('handout.amend', actor, record) === undefined;
  const [items, history, sources, boxes] = await Promise.all([
    listItemsById(
      db,
      handout.lines.map(({ itemId }) => itemId),
    ),
    findHistory(db, 'handout', handoutId),
    mayAmend ? listProgrammeSources(env, actor, programmeId) : [],
    mayAmend ? listUnopenedParcels(db, visibleScope(actor), programmeId) : [],
  ]);
  return {
    handout,
    items: items.map(({ id, nameZh, nameEn, units }) => ({ id, nameZh, nameEn, units })),
    history,
    sources,
    boxes,
    mayAmend,
    mayPost: refusal('sign_off.post', actor, record) === undefined,
    mayUndo: refusal('sign_off.reverse', actor, record) === undefined,
  };
}
