import { sql } from 'drizzle-orm';
import { check, date, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { ParameterValue } from '~/domain/parameter';

/** Every rule with a number: effective-dated, by region, with its source. Rows are added, hardly ever edited. */
export const parameter = pgTable(
  'parameter',
  {
    /** One of domain/parameter's codes. */
    code: text('code').notNull(),
    /** Digits of the division it holds in; '' everywhere. */
    regionPrefix: text('region_prefix').notNull().default(''),
    /** First day it holds. */
    validFrom: date('valid_from', { mode: 'string' }).notNull(),
    /** First day it no longer holds; null: until a later row. */
    validTo: date('valid_to', { mode: 'string' }),
    value: jsonb('value').$type<ParameterValue>().notNull(),
    unit: text('unit').notNull(),
    /** Law, notice or decision that it comes from. */
    source: text('source').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.code, table.regionPrefix, table.validFrom] }),
    check('parameter_region_check', sql`${table.regionPrefix} ~ '^([1-9][0-9]{1,11})?$'`),
    check('parameter_validity_check', sql`${table.validFrom} < ${table.validTo}`),
    check(
      'parameter_value_check',
      sql`jsonb_typeof(${table.value}) in ('number', 'string', 'boolean')`,
    ),
  ],
);
