import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '~db/client.server';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import type { Scope } from '~/domain/actor';
import { listGoods, listOpenNeeds, listPledges } from './desk.server';
import { listDonationPieces } from './donation-pieces.server';
import { findTraced } from './trace.server';

/*
 * Reads that must stay as fast with millions of movements as with a hundred: every look at the movements' lines, their
 * heads and the balances goes by an index and its key. Sequential scans are priced out, because the tables are small here.
 */
interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Cond'?: string;
  Plans?: PlanNode[];
}

interface Sent {
  query: string;
  params: unknown[];
}

const bureau: Scope = {
  userId: newId(),
  organisationId: newId(),
  role: 'bureau_officer',
  divisionPrefix: '4511',
};
const codes = { parcel: 'PLANS-PARCEL', donation: 'PLANS-DONATION' };

let database: TestDatabase;
let client: postgres.Sql;
let db: Database;
const sent: Sent[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  client = postgres(database.appUrl, { max: 1, onnotice: () => {} });
  const logger = { logQuery: (query: string, params: unknown[]) => sent.push({ query, params }) };
  db = drizzle(client, { logger });
  await writeCodes(database.owner);
  await client`set enable_seqscan = off`;
});
afterAll(async () => {
  await client.end();
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
];

it.each(reads)('%s looks movements and balances up by key', async (_name, read) => {
  sent.length = 0;
  await read();
  const plans = await Promise.all([...sent].map(explain));
  const looks = plans.flatMap(looksAtBooks);
  expect(looks.length).toBeGreaterThan(0);
  expect(looks.filter((look) => look['Index Cond'] === undefined)).toEqual([]);
});

async function explain({ query, params }: Sent): Promise<PlanNode> {
  const [row] = await client.unsafe<{ 'QUERY PLAN': { Plan: PlanNode }[] }[]>(
    `explain (format json) ${query}`,
    params as string[],
  );
  return row!['QUERY PLAN'][0]!.Plan;
}

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
