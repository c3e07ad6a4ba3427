import { drizzle } from 'drizzle-orm/postgres-js';
import type postgres from 'postgres';
import { findBookFaults, type BookFault } from '../../queries/books.server';

/** What is wrong with the books of these lots, looked at with the hands of `sql`. */
export function bookFaults(sql: postgres.Sql, lotIds: string[]): Promise<BookFault[]> {
  return findBookFaults(drizzle(sql), lotIds);
}
