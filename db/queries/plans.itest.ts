import type postgres from 'postgres';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '~db/client.server';
import {
  openStatementPlans,
  type PlanNode,
  type StatementPlans,
} from '~db/testing/statement-plans.server';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import type { Scope } from '~/domain/actor';
import { listGoods, listOpenNeeds, listPledges } from './desk.server';
import { listDonationPieces } from './donation-pieces.server';
import { placesTouchedBy } from './map-changes.server';
import { readNeeds, readStock } from './map-picture.server';
import { findTraced } from './trace.server';

/*
 * Reads that must stay as fast with millions of movements as with a hundred: every look at the movements' lines, their
 * heads and the balances goes by an index and its key. Sequential scans are priced out, because the tables are small here.
 */
const bureau: Scope = {
  userId: newId(),
  organisationId: newId(),
  role: 'bureau_officer',
  divisionPrefix: '4511',
};
const codes = { parcel: 'PLANS-PARCEL', donation: 'PLANS-DONATION' };

let database: TestDatabase;
let statements: StatementPlans;
let db: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  statements = openStatementPlans(database.appUrl);
  ({ db } = statements);
  await writeCodes(database.owner);
  await statements.client`set enable_seqscan = off`;
});
afterAll(async () => {
  await statements.client.end();
  await database.drop();
});

/** A parcel and a donation, so that their codes lead somewhere. */
async function writeCodes(owner: postgres.Sql) {
  const [organisationId, placeId] = [newId(), newId()];
  await owner`insert into organisation (id, kind, name, division_code, county_code, created_at)
    values (${organisationId}, 'depot', 'depot', '451102000000', '451102', now())`;
  await owner`insert into place (id, organisation_id, kind, name, division_code, county_code, created_at)
    values (${placeId}, ${organisationId}, 'depot', 'depot', '451102000000', '451102', now())`;
  await owner`insert into parcel (id, code, kind, place_id, county_code, packed_by_user_id, created_at)
    values (${newId()}, ${codes.parcel}, 'box', ${placeId}, '451102', ${newId()}, now())`;
  await owner`insert into donation (id, code, place_id, county_code, status, pledged_by_user_id, created_at)
    values (${newId()}, ${codes.donation}, ${placeId}, '451102', 'accepted', ${newId()}, now())`;
}

const reads: [string, () => Promise<unknown>][] = [
  ['the public trace of a parcel', () => findTraced(db, { kind: 'parcel', code: codes.parcel })],
  [
    'the public trace of a donation',
    () => findTraced(db, { kind: 'donation', code: codes.donation }),
  ],
  ['the pieces of a donation', () => listDonationPieces(db, [newId()])],
  [
    'the desk’s open needs',
    () => listOpenNeeds(db, bureau, { itemId: newId(), limit: 50, offset: 0 }),
  ],
  ['the desk’s goods', () => listGoods(db, bureau, [newId()])],
  ['the desk’s pledges', () => listPledges(db, bureau, newId())],
  ['the map’s needs of the places that changed', () => readNeeds(db, [newId()])],
  ['the map’s stock of the depots that changed', () => readStock(db, [newId()])],
  ['the places that a movement has changed', () => placesTouchedBy(db, [newId()])],
];

it.each(reads)('%s looks movements and balances up by key', async (_name, read) => {
  const looks = (await statements.plansOf(read)).flatMap(looksAtBooks);
  expect(looks.length).toBeGreaterThan(0);
  expect(looks.filter((look) => look['Index Cond'] === undefined)).toEqual([]);
});

/** The nodes that read the books; of a bitmap scan, the index look below it. */
function looksAtBooks(node: PlanNode): PlanNode[] {
  const books = ['movement', 'movement_line', 'balance'];
  const here = books.includes(node['Relation Name'] ?? '');
  const isBitmap = node['Node Type'] === 'Bitmap Heap Scan';
  const below = (node.Plans ?? []).flatMap((child) =>
    here && isBitmap ? [child] : looksAtBooks(child),
  );
  return here && !isBitmap ? [node, ...below] : below;
}
