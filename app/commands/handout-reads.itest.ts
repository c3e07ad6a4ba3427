import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listHandouts, type HandoutFilter } from '~db/queries/handout-list.server';
import { listUnopenedParcels } from '~db/queries/handouts.server';
import {
  byHousehold,
  setCentreStage,
  signed,
  type CentreStage,
} from '~db/testing/centre-stage.server';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import { actorOf, HEZHOU, VILLAGE } from '~db/testing/world.server';
import { orThrow } from '~db/testing/or-throw.server';
import { visibleScope, type Actor } from '~/domain/actor';
import { LOOSE } from '~/domain/ledger';
import { closeHandout } from './close-handout.server';
import { openHandout } from './open-handout.server';
import { openParcel } from './open-parcel.server';
import { packParcel } from './pack-parcel.server';
import { recordSignOff } from './record-sign-off.server';

let database: TestDatabase;
let stage: CentreStage;
beforeAll(async () => {
  database = await createTestDatabase();
  stage = await setCentreStage(database, new Date('2026-01-10T01:00:00Z'));
});
afterAll(() => database.drop());

describe('listHandouts', () => {
  const all: HandoutFilter = { status: undefined, sort: 'day', descending: true, page: 1 };
  const list = (filter: Partial<HandoutFilter> = {}, actor: Actor = stage.centre) =>
    listHandouts(database.db, visibleScope(actor), { ...all, ...filter });
  const days = async (filter: Partial<HandoutFilter> = {}) =>
    (await list(filter)).rows.map((row) => row.handoutOn);
  let signedId: string;

  beforeAll(async () => {
    const { env, as, world } = stage;
    const { requestLineId } = await stage.need(6, [{ quantity: 6 }]);
    const [one, two] = [await stage.household(), await stage.household()];
    const list = await stage.listOf(requestLineId, 1, [byHousehold(one), byHousehold(two)]);
    signedId = list.handoutId;
    await orThrow(recordSignOff(env, as(), signed(list.lineIds[0]!)));
    await orThrow(recordSignOff(env, as(), signed(list.lineIds[1]!)));
    await database.superuser`update sign_off set status = 'disputed', dispute_code = 'stock.short'
      where handout_line_id = ${list.lineIds[1]!}`;
    for (const handoutOn of ['2026-01-08', '2026-01-12']) {
      const empty = { programmeId: world.programmeId, handoutOn, lines: [] };
      const { handoutId } = await orThrow(openHandout(env, as(), empty));
      if (handoutOn < '2026-01-10') {
        await orThrow(closeHandout(env, as(), { handoutId, version: 1 }));
      }
    }
  });

  it('filters by what is open, closed, and signed with nothing in the books', async () => {
    expect(await days()).toEqual(['2026-01-12', '2026-01-10', '2026-01-08']);
    expect(await days({ status: 'open' })).toEqual(['2026-01-12', '2026-01-10']);
    expect(await days({ status: 'closed' })).toEqual(['2026-01-08']);
    expect(await list({ status: 'disputed' })).toMatchObject({
      total: 1,
      rows: [{ id: signedId, lines: 2, signed: 1, disputed: 1 }],
    });
  });

  it('sorts either way, and counts beyond its page', async () => {
    expect(await days({ descending: false })).toEqual(['2026-01-08', '2026-01-10', '2026-01-12']);
    expect(await days({ sort: 'place', descending: false })).toHaveLength(3);
    expect(await list({ page: 2 })).toEqual({ rows: [], total: 3 });
  });

  it('shows a centre its own, a bureau those of its division, a stranger none', async () => {
    const foreign = actorOf('centre_coordinator', VILLAGE);
    expect(await list({}, foreign)).toEqual({ rows: [], total: 0 });
    expect((await list({}, actorOf('bureau_officer', HEZHOU))).total).toBe(3);
    expect((await list({}, actorOf('bureau_officer', '441200000000'))).total).toBe(0);
  });
});

describe('listUnopenedParcels', () => {
  it('names the boxes that hold goods of the programme, until they are opened', async () => {
    const { env, as, world, centre } = stage;
    const { requestLineId, lotIds } = await stage.need(4, [{ quantity: 4 }]);
    const [lotId = ''] = lotIds;
    const parcels = (actor: Actor = centre, programmeId = world.programmeId) =>
      listUnopenedParcels(database.db, visibleScope(actor), programmeId);
    expect(await parcels()).toEqual([]);
    const [held] = await database.superuser<{ id: string }[]>`
      select id from allocation_line where request_line_id = ${requestLineId}`;
    const line = { lotId, parcelId: LOOSE, quantity: 3, allocationLineId: held!.id };
    const packing = { placeId: world.centre.id, kind: 'box' as const, lines: [line] };
    const { parcelId } = await orThrow(packParcel(env, as(), packing));
    expect(await parcels()).toMatchObject([{ id: parcelId, kind: 'box' }]);
    expect(await parcels(actorOf('centre_coordinator', VILLAGE))).toEqual([]);
    expect(await parcels(centre, world.centre.id)).toEqual([]);
    await orThrow(openParcel(env, as(), { parcelId }));
    expect(await parcels()).toEqual([]);
  });
});
