import type postgres from 'postgres';
import { seeded, type Random } from '../allocation/random';
import { copyInto } from './copy';
import { allocate } from './synthetic-goods';
import { emptyRows, Ids, NIL, tables, type Need, type Rows } from './synthetic-rows';

const CENTRES = 15_000;
const DEPOTS = 60;
const FOUNDATIONS = 20;
const DONATIONS = 400;
const SEED = 20260101;

export interface Synthetic {
  /** Users with one membership each, of 20 scopes. */
  userIds: string[];
  campaignIds: string[];
  itemIds: string[];
  counties: string[];
}

interface Ground {
  random: Random;
  ids: Ids;
  rows: Rows;
  now: Date;
  created: string;
}

/** 15,000 centres with needs on real village codes of Guangxi, and what has come of them; the same in every run. */
export async function fillSynthetic(sql: postgres.Sql, now: Date): Promise<Synthetic> {
  const villages = await sql<{ code: string; name: string }[]>`
    select code, name from division where level = 5 and code like '45%' order by code`;
  const items = await sql<{ id: string }[]>`select id from item where not is_kit order by code`;
  const itemIds = items.map((item) => item.id);
  const ids = new Ids(now.getTime() - 3_600_000);
  const ground = { random: seeded(SEED), ids, rows: emptyRows(), now, created: now.toISOString() };
  const counties = [...new Set(villages.map(({ code }) => code.slice(0, 6)))];
  const bureauId = addOrganisation(ground, 'bureau', '450000000000');
  const campaignIds = Array.from({ length: 6 }, (_, at) => addCampaign(ground, bureauId, at));
  const depots = Array.from({ length: DEPOTS }, () => {
    const division = `${ground.random.pick(counties)}000000`;
    return { id: addPlace(ground, 'depot', division, '储备库').placeId, division };
  });
  const foundations = Array.from({ length: FOUNDATIONS }, () =>
    addOrganisation(ground, 'foundation', '440000000000'),
  );
  const step = villages.length / CENTRES;
  const centres = Array.from({ length: CENTRES }, (_, at) => {
    const village = villages[Math.floor(at * step)] ?? { code: '', name: '' };
    const { placeId, organisationId } = addPlace(ground, 'centre', village.code, village.name);
    return { placeId, organisationId, division: village.code };
  });
  const userIds = addReaders(ground, { bureauId, counties, foundations, centres, depots });
  const userId = userIds[0] ?? NIL;
  const donationLines = addDonations(ground, { foundations, depots, campaignIds, itemIds, userId });
  const needs = centres.flatMap((centre) => addNeeds(ground, centre, campaignIds, itemIds));
  allocate({ ...ground, depots, donationLines, bureauId, userId }, needs, ground.rows);
  for (const table of tables) await copyInto(sql, table, ground.rows[table]);
  await sql`vacuum analyze`;
  return { userIds, campaignIds, itemIds, counties };
}

function addOrganisation({ ids, rows, created }: Ground, kind: string, division: string): string {
  const id = ids.next();
  rows.organisation.push({
    id,
    kind,
    name: `${kind} ${rows.organisation.length}`,
    division_code: division,
    county_code: division.slice(0, 6),
    created_at: created,
  });
  return id;
}

function addPlace(ground: Ground, kind: 'depot' | 'centre', division: string, name: string) {
  const organisationId = addOrganisation(ground, kind, division);
  const placeId = ground.ids.next();
  ground.rows.place.push({
    id: placeId,
    organisation_id: organisationId,
    kind,
    name: kind === 'centre' ? `${name}活动中心` : `${name}${ground.rows.place.length}`,
    division_code: division,
    county_code: division.slice(0, 6),
    ...pinned(ground, kind),
    created_at: ground.created,
  });
  return { placeId, organisationId };
}

/** Two of three centres are pinned, anywhere in Guangxi's middle; the others stand at their township's point. */
function pinned({ random }: Ground, kind: 'depot' | 'centre') {
  if (kind === 'depot' || random.next() < 1 / 3) {
    return { latitude: null, longitude: null, datum: null, precision: null };
  }
  return {
    latitude: 22 + random.next() * 3.5,
    longitude: 105.5 + random.next() * 6,
    datum: 'WGS84',
    precision: 'pinned',
  };
}

function addCampaign({ ids, rows, created }: Ground, organisationId: string, at: number): string {
  const id = ids.next();
  rows.campaign.push({
    id,
    name: `行动 ${at}`,
    organisation_id: organisationId,
    division_code: '450000000000',
    county_code: '450000',
    starts_on: '2026-01-01',
    created_at: created,
  });
  return id;
}

interface Parties {
  bureauId: string;
  counties: readonly string[];
  foundations: readonly string[];
  centres: readonly { placeId: string; organisationId: string; division: string }[];
  depots: readonly { id: string; division: string }[];
}

/** One province, six prefectures, six counties, four foundations, two centres, a depot. */
function addReaders(ground: Ground, parties: Parties): string[] {
  const { bureauId, counties, foundations, centres, depots } = parties;
  const prefectures = [...new Set(counties.map((county) => county.slice(0, 4)))];
  const readers: [role: string, organisationId: string, division: string][] = [
    ['bureau_officer', bureauId, '450000000000'],
    ...prefectures
      .slice(0, 6)
      .map((code): [string, string, string] => ['bureau_officer', bureauId, `${code}00000000`]),
    ...counties
      .slice(10, 16)
      .map((code): [string, string, string] => ['bureau_officer', bureauId, `${code}000000`]),
    ...foundations
      .slice(0, 4)
      .map((id): [string, string, string] => ['foundation_staff', id, '440000000000']),
    ...centres
      .slice(0, 2)
      .map((one): [string, string, string] => [
        'centre_coordinator',
        one.organisationId,
        one.division,
      ]),
  ];
  const depot = ground.rows.place.find((place) => place['id'] === depots[0]?.id);
  readers.push(['depot_staff', String(depot?.['organisation_id']), depots[0]?.division ?? '']);
  return readers.map(([role, organisationId, division]) => {
    const userId = ground.ids.next();
    ground.rows.auth_user.push({ id: userId, name: role, email: `${userId}@bench.invalid` });
    ground.rows.membership.push({
      id: ground.ids.next(),
      user_id: userId,
      organisation_id: organisationId,
      role,
      division_code: division,
      valid_from: '2026-01-01',
    });
    return userId;
  });
}

interface Supply {
  foundations: readonly string[];
  depots: readonly { id: string; division: string }[];
  campaignIds: readonly string[];
  itemIds: readonly string[];
  userId: string;
}

function addDonations({ random, ids, rows, created }: Ground, supply: Supply) {
  const lines: { id: string; itemId: string; lotId: string }[] = [];
  for (let at = 0; at < DONATIONS; at += 1) {
    const donationId = ids.next();
    const depot = random.pick(supply.depots);
    rows.donation.push({
      id: donationId,
      code: `D${at}`,
      status: 'accepted',
      donor_organisation_id: random.pick(supply.foundations),
      campaign_id: random.pick(supply.campaignIds),
      place_id: depot.id,
      county_code: depot.division.slice(0, 6),
      pledged_by_user_id: supply.userId,
      created_at: created,
    });
    for (let position = 1; position <= 4; position += 1) {
      const itemId = random.pick(supply.itemIds);
      const [id, lotId] = [ids.next(), ids.next()];
      rows.donation_line.push({
        id,
        donation_id: donationId,
        position,
        item_id: itemId,
        quantity: 100_000,
        unit_code: 'piece',
        value_basis: 'invoice',
        value_low_fen: 9_000_000,
        value_high_fen: 9_000_000,
      });
      rows.lot.push({ id: lotId, item_id: itemId, donation_line_id: id });
      lines.push({ id, itemId, lotId });
    }
  }
  return lines;
}

/** One to three approved requests of one or two lines. */
function addNeeds(
  { random, ids, rows, created }: Ground,
  centre: Parties['centres'][number],
  campaignIds: readonly string[],
  itemIds: readonly string[],
): Need[] {
  const { placeId, organisationId, division } = centre;
  const county = division.slice(0, 6);
  const programmeId = ids.next();
  const group = random.pick(['children', 'elderly', 'women']);
  const programme = { id: programmeId, place_id: placeId, group, name: '项目' };
  rows.programme.push({ ...programme, county_code: county, created_at: created });
  const needs: Need[] = [];
  for (let at = 0; at < random.whole(1, 3); at += 1) {
    const requestId = ids.next();
    rows.request.push({
      id: requestId,
      programme_id: programmeId,
      place_id: placeId,
      organisation_id: organisationId,
      campaign_id: random.pick(campaignIds),
      division_code: division,
      county_code: county,
      created_at: created,
      status: random.next() < 0.8 ? 'approved' : 'closed',
      head_count: random.whole(3, 80),
      need_by: `2026-1${random.whole(0, 2)}-${random.whole(10, 28)}`,
      urgency: random.pick(['normal', 'normal', 'urgent', 'critical']),
    });
    for (let position = 1; position <= random.whole(1, 2); position += 1) {
      const [lineId, itemId, approved] = [ids.next(), random.pick(itemIds), random.whole(5, 90)];
      rows.request_line.push({
        id: lineId,
        request_id: requestId,
        position,
        item_id: itemId,
        quantity: approved,
        approved_quantity: approved,
        unit_code: 'piece',
      });
      needs.push({ requestId, lineId, itemId, approved, placeId, division });
    }
  }
  return needs;
}
