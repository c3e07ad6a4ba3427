import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';

export const item = pgTable('item', {
  id: uuid('id').primaryKey(),
  code: text('code').notNull().unique(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  category: text('category').notNull(),
  smallestUnit: text('smallest_unit').$type<'g' | 'ml' | 'piece'>().notNull(),
  sizeScheme: text('size_scheme')
    .$type<'none' | 'child_height' | 'adult_garment' | 'shoe_mm'>()
    .notNull()
    .default('none'),
  /** Of one smallest unit, in milligrams and microlitres, so that a gram of rice is an integer too. */
  weightMg: bigint('weight_mg', { mode: 'number' }).notNull(),
  volumeUl: bigint('volume_ul', { mode: 'number' }).notNull(),
  perishable: boolean('perishable').notNull().default(false),
  isKit: boolean('is_kit').notNull().default(false),
  retired: boolean('retired').notNull().default(false),
  version: integer('version').notNull().default(1),
});

/** A unit people write quantities in: 1 of it is `factor` smallest units. */
export const itemUnit = pgTable(
  'item_unit',
  {
    itemId: uuid('item_id')
      .notNull()
      .references(() => item.id),
    code: text('code').notNull(),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull(),
    factor: bigint('factor', { mode: 'number' }).notNull(),
    position: integer('position').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.itemId, t.code] }),
    check('item_unit_factor', sql`${t.factor} > 0`),
  ],
);

/** What one kit explodes into. The kit's size goes to the sized part. */
export const kitPart = pgTable(
  'kit_part',
  {
    id: uuid('id').primaryKey(),
    kitItemId: uuid('kit_item_id')
      .notNull()
      .references(() => item.id),
    itemId: uuid('item_id')
      .notNull()
      .references(() => item.id),
    quantity: bigint('quantity', { mode: 'number' }).notNull(),
  },
  (t) => [
    unique('kit_part_item').on(t.kitItemId, t.itemId),
    check('kit_part_quantity', sql`${t.quantity} > 0`),
  ],
);
