import { readFileSync } from 'node:fs';
import { v7 as newId } from 'uuid';
import { approveRequest } from '~/commands/approve-request.server';
import { draftRequest } from '~/commands/draft-request.server';
import { makeAllocation } from '~/commands/make-allocation.server';
import { submitRequest } from '~/commands/submit-request.server';
import type { Actor } from '~/domain/actor';
import { createDatabase, type Database } from '~db/client.server';
import { membership } from '~db/schema/membership';
import { insertTestUser } from '~db/testing/people.server';
import {
  actorOf,
  HEZHOU,
  makePledge,
  makeStock,
  makeWorld,
  VILLAGE,
} from '~db/testing/world.server';
import { orThrow } from '~db/testing/or-throw.server';

/** The database of a server that runs on a temporary data folder, as its own pool sees it. */
export function databaseOf(dataDir: string): Database {
  const pidFile = readFileSync(`${dataDir}/postgres/cluster/postmaster.pid`, 'utf8');
  const secret = readFileSync(`${dataDir}/postgres-password.txt`, 'utf8').trim();
  const port = pidFile.split('\n')[3];
  return createDatabase({
    url: `postgres://nuanqiao_app:${secret}@127.0.0.1:${port}/nuanqiao`,
    max: 4,
  });
}

/**
 * A village centre with a coordinator, `lanfang`, and 3 coats of 120 held there for an approved need of 5.
 * @returns brings so many more of them.
 */
export async function makeHandoutWorld(
  db: Database,
): Promise<(quantity: number) => Promise<unknown>> {
  const world = await makeWorld({ db });
  const userId = await insertTestUser(db, {
    name: '覃兰芳',
    userName: 'lanfang',
    phone: '13977400001',
  });
  const centre: Actor = {
    ...actorOf('centre_coordinator', VILLAGE, world.centreOwner),
    userId,
  };
  const { membershipId: id, ...held } = centre;
  await db.insert(membership).values({ id, ...held, validFrom: '2020-01-01' });

  const env = { db, now: () => new Date(), newId };
  const as = (actor: Actor) => ({ actor, key: newId() });
  const officer = actorOf('bureau_officer', HEZHOU, world.bureau);
  const about = { itemId: world.coatId, size: '120' };
  const { requestId } = await orThrow(
    draftRequest(env, as(centre), {
      programmeId: world.programmeId,
      headCount: 5,
      needBy: '2099-02-01',
      urgency: 'normal',
      urgencyReason: undefined,
      lines: [
        { ...about, itemCode: 'coat', unitCode: 'piece', quantity: 5, largerSizeServes: false },
      ],
    }),
  );
  await orThrow(submitRequest(env, as(centre), { requestId, version: 1 }));
  const [line] = await db.$client<{ id: string }[]>`
    select id from request_line where request_id = ${requestId}`;
  const requestLineId = line?.id ?? '';
  const approval = { lineId: requestLineId, approved: 5, cutReason: null };
  await orThrow(
    approveRequest(env, as(officer), { requestId, version: 2, note: null, lines: [approval] }),
  );
  const bring = async (quantity: number) => {
    const lotId = await db.transaction(async (tx) => {
      const donationLineId = await makePledge(tx, world, { ...about, quantity });
      return makeStock(tx, world, { ...about, donationLineId, quantity, at: world.centre });
    });
    const goods = { requestLineId, lotId, placeId: world.centre.id, quantity };
    return orThrow(makeAllocation(env, as(officer), { requestId, version: 3, lines: [goods] }));
  };
  await bring(3);
  return bring;
}
