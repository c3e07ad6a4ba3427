import { depthOf, divisionPrefix, parentOf } from './division';
import { TableRefused, type TableRow } from './division-table';

/** What a newer table changes of the one we hold. */
export interface KnownDivision extends TableRow {
  validTo: string | null;
  /** The day of the table it was last taken from. */
  vintage: string;
}

export interface Move {
  from: TableRow;
  to: TableRow;
}

export interface TableChanges {
  added: TableRow[];
  ended: TableRow[];
  renamed: (TableRow & { was: string })[];
  /** Each an ended and an added division of one name: a change of parent gives a new code (Order 79). */
  moved: Move[];
  same: number;
}

/** More than this share of a province gone at once is a file that was cut off, not a reform. */
const MOST_ENDED = 0.1;

/**
 * What a table in force on `vintage` changes. Only provinces that the table holds are looked at.
 * @throws TableRefused where a newer table was loaded, a code would be used again or a tenth of a province would end.
 */
export function compareTables(
  known: readonly KnownDivision[],
  table: readonly TableRow[],
  vintage: string,
): TableChanges {
  const provinces = new Set(table.map(({ code }) => code.slice(0, 2)));
  const held = known.filter(({ code }) => provinces.has(code.slice(0, 2)));
  const newer = held.find((row) => row.vintage > vintage);
  if (newer) {
    throw new TableRefused(
      `The table of ${newer.vintage} is loaded already: an older one (${vintage}) never overwrites it.`,
    );
  }
  const byCode = new Map(held.map((row) => [row.code, row]));
  const given = new Set(table.map(({ code }) => code));
  const reused = table.find(({ code }) => byCode.get(code)?.validTo);
  if (reused) {
    throw new TableRefused(
      `Code ${reused.code} (${reused.name}) has ended and is never used again.`,
    );
  }
  const added = table.filter(({ code }) => !byCode.has(code));
  const ended = held.filter(({ code, validTo }) => validTo === null && !given.has(code));
  refuseTooManyEnded(held, ended);
  const renamed = table.flatMap((row) => {
    const was = byCode.get(row.code)?.name;
    return was === undefined || was === row.name ? [] : [{ ...row, was }];
  });
  const same = table.length - added.length - renamed.length;
  return { added, ended, renamed, moved: movesOf(ended, added), same };
}

function refuseTooManyEnded(held: readonly KnownDivision[], ended: readonly KnownDivision[]): void {
  const count = (rows: readonly KnownDivision[], province: string) =>
    rows.filter(({ code, validTo }) => validTo === null && code.startsWith(province)).length;
  for (const province of new Set(ended.map(({ code }) => code.slice(0, 2)))) {
    const [gone, all] = [count(ended, province), count(held, province)];
    if (gone <= all * MOST_ENDED || gone <= 5) continue;
    throw new TableRefused(
      `${gone} of ${all} divisions of province ${province} are not in the file: it is not a whole table down to the village.`,
    );
  }
}

/**
 * Pairs of one name and level. What lay in a division that moved is looked for in its successor first; else the name must
 * have ended and begun once in the prefecture. Others are left to a person.
 */
function movesOf(ended: readonly TableRow[], added: readonly TableRow[]): Move[] {
  const inPrefecture = ({ code, name }: TableRow) => `${depthOf(code)} ${code.slice(0, 4)} ${name}`;
  const inParent = ({ name }: TableRow, parent: string | undefined) => `${parent} ${name}`;
  const departures = grouped(ended, inPrefecture);
  const arrivals = grouped(added, inPrefecture);
  const arrivalsIn = grouped(added, (row) => inParent(row, parentOf(row.code)));
  const successors = new Map<string, TableRow>();
  const byDepth = [...ended].sort((a, b) => depthOf(a.code) - depthOf(b.code));
  for (const from of byDepth) {
    const parent = successors.get(parentOf(from.code) ?? '');
    const beside = parent ? (arrivalsIn.get(inParent(from, parent.code)) ?? []) : [];
    const key = inPrefecture(from);
    const once = departures.get(key)?.length === 1 ? (arrivals.get(key) ?? []) : [];
    const [to, ...more] = beside.length === 1 ? beside : once;
    if (to && more.length === 0) successors.set(from.code, to);
  }
  return ended.flatMap((from) => {
    const to = successors.get(from.code);
    return to ? [{ from, to }] : [];
  });
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

/** A division as the report names it: its digits, its name and what it lies in up to the county. */
export function described(row: TableRow, names: ReadonlyMap<string, string>): string {
  const above: string[] = [];
  for (let at = parentOf(row.code); at !== undefined && depthOf(at) > 2; at = parentOf(at)) {
    above.push(names.get(at) ?? divisionPrefix(at));
  }
  const within = above.length > 0 ? ` (${above.join(', ')})` : '';
  return `${divisionPrefix(row.code)} ${row.name}${within}`;
}
