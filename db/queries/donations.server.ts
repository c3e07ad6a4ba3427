import { and, asc, count, desc, eq, ilike, inArray, or, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Scope } from '~/domain/actor';
import type { DonationStatus } from '~/domain/donation';
import { donationLineFigures, type DonationLineFigures } from '~/domain/donation-figures';
import type { Database, Tx } from '~db/client.server';
import { item } from '~db/schema/catalogue';
import { campaign, donation, donationLine } from '~db/schema/donation';
import { organisation, place } from '~db/schema/organisation';
import { donationInScope } from './balances.server';
import { promisableOf } from './pledge-remainders.server';
import { figuresOfLines, lineStateOf } from './donation-figures.server';

type Reader = Database | Tx;

export const donationSorts = ['createdAt', 'deliverOn', 'donorName', 'placeName'] as const;
export type DonationSort = (typeof donationSorts)[number];

export interface DonationFilter {
  status?: DonationStatus | undefined;
  campaignId?: string | undefined;
  /** Only those of which something is still to come. */
  toCome?: boolean | undefined;
  /** Part of the code, of the donor's name or of the place's. */
  text?: string | undefined;
  sort: DonationSort;
  descending: boolean;
  /** From 1. */
  page: number;
  pageSize: number;
}

const donor = alias(organisation, 'donor');
const keeper = alias(organisation, 'keeper');

const head = {
  id: donation.id,
  code: donation.code,
  status: donation.status,
  donorOrganisationId: donation.donorOrganisationId,
  donorName: donor.name,
  donorNameShown: donation.donorNameShown,
  placeId: donation.placeId,
  placeName: place.name,
  placeKind: place.kind,
  campaignName: campaign.name,
  deliverOn: donation.deliverOn,
  createdAt: donation.createdAt,
};

export interface DonationInList {
  id: string;
  code: string;
  status: DonationStatus;
  donorName: string | null;
  placeName: string;
  campaignName: string | null;
  deliverOn: string | null;
  createdAt: string;
  lineCount: number;
  /** What the first lines are, for telling donations apart. */
  itemNamesZh: string[];
  itemNamesEn: string[];
  valueLowFen: number;
  valueHighFen: number;
}

/** The donations the reader may see, one page of them, and how many there are. */
export async function listDonations(
  db: Reader,
  scope: Scope,
  filter: DonationFilter,
): Promise<{ rows: DonationInList[]; total: number }> {
  const where = and(donationInScope(scope), ...conditions(filter));
  const from = () =>
    db
      .select(head)
      .from(donation)
      .innerJoin(place, eq(place.id, donation.placeId))
      .leftJoin(donor, eq(donor.id, donation.donorOrganisationId))
      .leftJoin(campaign, eq(campaign.id, donation.campaignId))
      .where(where);
  const direction = filter.descending ? desc : asc;
  const [rows, [all]] = await Promise.all([
    from()
      .orderBy(direction(sortColumn(filter.sort)), desc(donation.id))
      .limit(filter.pageSize)
      .offset((filter.page - 1) * filter.pageSize),
    db.select({ total: count() }).from(from().as('found')),
  ]);
  const sums = await sumsOf(
    db,
    rows.map((row) => row.id),
  );
  return {
    rows: rows.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      ...(sums.get(row.id) ?? noSums),
    })),
    total: all?.total ?? 0,
  };
}

function sortColumn(sort: DonationSort) {
  const columns = {
    createdAt: donation.createdAt,
    deliverOn: donation.deliverOn,
    donorName: donor.name,
    placeName: place.name,
  };
  return columns[sort];
}

function conditions({ status, campaignId, toCome, text }: DonationFilter): (SQL | undefined)[] {
  const pattern = text && `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return [
    status && eq(donation.status, status),
    campaignId ? eq(donation.campaignId, campaignId) : undefined,
    toCome
      ? sql`exists (select from (${promisableOf(sql`
          select own.id from ${donationLine} own where own.donation_id = ${donation.id}`)}) lines where lines.to_come > 0)`
      : undefined,
    pattern
      ? or(ilike(donation.code, pattern), ilike(donor.name, pattern), ilike(place.name, pattern))
      : undefined,
  ].filter((one) => one !== undefined);
}

type Sums = Pick<
  DonationInList,
  'lineCount' | 'itemNamesZh' | 'itemNamesEn' | 'valueLowFen' | 'valueHighFen'
>;
const noSums: Sums = {
  lineCount: 0,
  itemNamesZh: [],
  itemNamesEn: [],
  valueLowFen: 0,
  valueHighFen: 0,
};

async function sumsOf(db: Reader, donationIds: readonly string[]): Promise<Map<string, Sums>> {
  if (donationIds.length === 0) return new Map();
  const rows = await db
    .select({
      donationId: donationLine.donationId,
      lineCount: count(),
      itemNamesZh: sql<string[]>`array_agg(distinct ${item.nameZh})`,
      itemNamesEn: sql<string[]>`array_agg(distinct ${item.nameEn})`,
      valueLowFen: sql<string>`sum(${donationLine.valueLowFen})`.mapWith(Number),
      valueHighFen: sql<string>`sum(${donationLine.valueHighFen})`.mapWith(Number),
    })
    .from(donationLine)
    .innerJoin(item, eq(item.id, donationLine.itemId))
    .where(inArray(donationLine.donationId, [...donationIds]))
    .groupBy(donationLine.donationId);
  return new Map(rows.map(({ donationId, ...sums }) => [donationId, sums]));
}

export type DonationLineOnPage = typeof donationLine.$inferSelect & {
  figures: DonationLineFigures;
};

export interface DonationOnPage {
  id: string;
  code: string;
  status: DonationStatus;
  version: number;
  donorOrganisationId: string | null;
  donorName: string | null;
  donorNameShown: boolean;
  campaignId: string | null;
  campaignName: string | null;
  placeId: string;
  placeName: string;
  placeKind: 'depot' | 'centre';
  placeOrganisationId: string;
  placeOrganisationKind: (typeof organisation.$inferSelect)['kind'];
  placeDivisionCode: string;
  placeEndedOn: string | null;
  donorEndedOn: string | null;
  deliverOn: string | null;
  createdAt: string;
  pledgedByUserId: string;
  decisionReason: string | null;
  decisionNote: string | null;
  lines: DonationLineOnPage[];
}

/** Undefined for what is not there and for another's, alike. */
export async function findDonation(
  db: Reader,
  scope: Scope,
  donationId: string,
): Promise<DonationOnPage | undefined> {
  return findWhere(db, and(eq(donation.id, donationId), donationInScope(scope)));
}

/**
 * For whoever holds the delivery note: goods may be counted at any place, so a counter whose place the donation was not
 * meant for finds it by its code, which nobody can guess.
 */
export async function findDonationByCode(
  db: Reader,
  _scope: Scope,
  code: string,
): Promise<DonationOnPage | undefined> {
  return findWhere(db, eq(donation.code, code));
}

async function findWhere(db: Reader, where: SQL | undefined): Promise<DonationOnPage | undefined> {
  const [row] = await db
    .select({
      ...head,
      version: donation.version,
      campaignId: donation.campaignId,
      placeOrganisationId: place.organisationId,
      placeOrganisationKind: keeper.kind,
      placeDivisionCode: place.divisionCode,
      placeEndedOn: place.endedOn,
      donorEndedOn: donor.endedOn,
      pledgedByUserId: donation.pledgedByUserId,
      decisionReason: donation.decisionReason,
      decisionNote: donation.decisionNote,
    })
    .from(donation)
    .innerJoin(place, eq(place.id, donation.placeId))
    .innerJoin(keeper, eq(keeper.id, place.organisationId))
    .leftJoin(donor, eq(donor.id, donation.donorOrganisationId))
    .leftJoin(campaign, eq(campaign.id, donation.campaignId))
    .where(where);
  if (!row) return undefined;
  const lines = await db
    .select()
    .from(donationLine)
    .where(eq(donationLine.donationId, row.id))
    .orderBy(asc(donationLine.position));
  const whereabouts = await figuresOfLines(
    db,
    lines.map((line) => line.id),
  );
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    lines: lines.map((line) => {
      const at = whereabouts.get(line.id);
      if (!at) throw new Error(`donation line ${line.id} has no figures`);
      return { ...line, figures: donationLineFigures(lineStateOf(line), row.status, at) };
    }),
  };
}
