import { sql } from 'drizzle-orm';
import {
  check,
  date,
  doublePrecision,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type {
  Datum,
  OrganisationKind,
  PlaceKind,
  Precision,
  ProgrammeGroup,
} from '~/domain/organisation';

export const organisation = pgTable(
  'organisation',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind').$type<OrganisationKind>().notNull(),
    name: text('name').notNull(),
    /** Unified social credit code, GB 32100; a centre may have none. */
    creditCode: text('credit_code').unique(),
    divisionCode: text('division_code').notNull(),
    countyCode: text('county_code').notNull(),
    address: text('address'),
    contactName: text('contact_name'),
    contactPhone: text('contact_phone'),
    endedOn: date('ended_on'),
    version: integer('version').notNull().default(1),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    index('organisation_county').on(t.countyCode, t.kind),
    check('organisation_county_of_division', sql`${t.countyCode} = left(${t.divisionCode}, 6)`),
  ],
);

/** Where goods can lie: a depot or a village activity centre. */
export const place = pgTable(
  'place',
  {
    id: uuid('id').primaryKey(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisation.id),
    kind: text('kind').$type<PlaceKind>().notNull(),
    name: text('name').notNull(),
    divisionCode: text('division_code').notNull(),
    countyCode: text('county_code').notNull(),
    address: text('address'),
    latitude: doublePrecision('latitude'),
    longitude: doublePrecision('longitude'),
    /** Coordinates are kept as given, with their datum. */
    datum: text('datum').$type<Datum>(),
    precision: text('precision').$type<Precision>(),
    /** Room for goods, in litres; null where none is set. */
    capacityL: integer('capacity_l'),
    /** Who gave the coordinates as they stand, and when; null where nobody did since this is kept. */
    locatedBy: uuid('located_by'),
    locatedAt: timestamp('located_at', { withTimezone: true }),
    endedOn: date('ended_on'),
    version: integer('version').notNull().default(1),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    index('place_county').on(t.countyCode, t.kind),
    index('place_organisation').on(t.organisationId),
    check('place_county_of_division', sql`${t.countyCode} = left(${t.divisionCode}, 6)`),
    check(
      'place_coordinates_whole',
      sql`num_nulls(${t.latitude}, ${t.longitude}, ${t.datum}, ${t.precision}) in (0, 4)`,
    ),
    check('place_capacity_positive', sql`${t.capacityL} > 0`),
  ],
);

/** A centre's work for one group. */
export const programme = pgTable(
  'programme',
  {
    id: uuid('id').primaryKey(),
    placeId: uuid('place_id')
      .notNull()
      .references(() => place.id),
    group: text('group').$type<ProgrammeGroup>().notNull(),
    name: text('name').notNull(),
    countyCode: text('county_code').notNull(),
    endedOn: date('ended_on'),
    version: integer('version').notNull().default(1),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (t) => [index('programme_place').on(t.placeId)],
);
