import { sql } from 'drizzle-orm';
import {
  check,
  date,
  doublePrecision,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
} from 'drizzle-orm/pg-core';

/**
 * Administrative divisions, from the province (level 1) to the village (level 5). A code is never used again (Order 79,
 * 2025-09-01): a rename keeps it, a change of parent ends it and names its successor.
 */
export const division = pgTable(
  'division',
  {
    code: text('code').primaryKey(),
    name: text('name').notNull(),
    level: smallint('level').notNull(),
    /** Null for a province. Under the placeholders 441900 and 442000, a township's parent is the prefecture. */
    parentCode: text('parent_code'),
    /** The first six digits, whatever the level. */
    countyCode: text('county_code').notNull(),
    /** First day in force; null: since before the first table that we loaded. */
    validFrom: date('valid_from', { mode: 'string' }),
    /** First day no longer in force; null: still is. */
    validTo: date('valid_to', { mode: 'string' }),
    predecessorCodes: text('predecessor_codes').array().notNull().default([]),
    successorCodes: text('successor_codes').array().notNull().default([]),
    /** The day of the table this row was last taken from; an older table never overwrites it. */
    vintage: date('vintage', { mode: 'string' }).notNull(),
  },
  (table) => [
    index('division_parent_index').on(table.parentCode),
    // pg_trgm cannot find two Chinese characters; an index over the single characters can.
    index('division_name_characters_index').using('gin', sql`string_to_array(${table.name}, null)`),
    check('division_code_check', sql`${table.code} ~ '^[1-9][0-9]{11}$'`),
    check('division_level_check', sql`${table.level} between 1 and 5`),
    check('division_province_check', sql`(${table.level} = 1) = (${table.parentCode} is null)`),
    check('division_county_check', sql`${table.countyCode} = left(${table.code}, 6)`),
    check('division_validity_check', sql`${table.validFrom} < ${table.validTo}`),
  ],
);

/** The ways a division's name may be typed in pinyin: several, for a polyphone. */
export const divisionReading = pgTable(
  'division_reading',
  {
    /** No foreign key: divisions are never deleted, and checking it would double the time of a first start. */
    divisionCode: text('division_code').notNull(),
    pinyin: text('pinyin').notNull(),
    initials: text('initials').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.divisionCode, table.pinyin] }),
    index('division_reading_pinyin_index').on(table.pinyin.op('text_pattern_ops')),
    index('division_reading_initials_index').on(table.initials.op('text_pattern_ops')),
  ],
);

/**
 * Where a division is shown as long as nobody has pinned what lies in it: WGS-84, of prefectures, and of the counties and
 * townships that a GeoNames place stands for, else of counties by their seat (db/seed/geo/SOURCE.md).
 */
export const divisionPoint = pgTable('division_point', {
  divisionCode: text('division_code').primaryKey(),
  latitude: doublePrecision('latitude').notNull(),
  longitude: doublePrecision('longitude').notNull(),
  source: text('source').$type<'geonames' | 'echarts-china-cities' | 'outline'>().notNull(),
});
