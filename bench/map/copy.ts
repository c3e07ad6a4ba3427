import { once } from 'node:events';
import type postgres from 'postgres';

type Value = string | number | boolean | null;

/** Rows into a table by COPY, columns in the order of the first row. */
export async function copyInto(
  sql: postgres.Sql,
  table: string,
  rows: readonly Record<string, Value>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const names = columns.map((column) => `"${column}"`).join(', ');
  const stream = await sql.unsafe(`copy ${table} (${names}) from stdin`).writable();
  const ended = once(stream, 'finish');
  for (let at = 0; at < rows.length; at += 2000) {
    const text = rows
      .slice(at, at + 2000)
      .map((row) => columns.map((column) => fieldOf(row[column] ?? null)).join('\t'))
      .join('\n');
    if (!stream.write(`${text}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await ended;
}

function fieldOf(value: Value): string {
  return value === null ? '\\N' : String(value);
}
