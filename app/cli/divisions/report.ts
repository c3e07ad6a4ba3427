import { countyCode, levelOf } from '~/domain/division';
import { described, type TableChanges } from '~/domain/division-changes';
import type { TableRow } from '~/domain/division-table';
import type { ImportReport } from '~db/seed/import-divisions.server';

/** Lines of each kind that are shown unless all are asked for; the rest is counted. */
const SHOWN = 20;

interface Asked {
  applied: boolean;
  /** Every changed division by name, however many. */
  full: boolean;
}

/** What an import changes, or would change, for the person who runs it. */
export function reportLines(report: ImportReport, { applied, full }: Asked): string[] {
  const { added, ended, renamed, moved, same, names } = report;
  const nothing = added.length + ended.length + renamed.length === 0;
  const last = applied
    ? 'Applied.'
    : nothing
      ? 'Nothing to apply.'
      : 'Nothing was changed. Run it again with --apply to take the table over.';
  const limit = full ? Infinity : SHOWN;
  const say = (row: TableRow) => described(row, names);
  const movedFrom = new Set(moved.map(({ from }) => from.code));
  const open = ended.filter(({ code }) => !movedFrom.has(code));
  return [
    ...section('Added', added, say, limit),
    ...section('Ended', ended, say, limit),
    ...section('Moved', moved.map(toRow), ({ to, ...from }) => `${say(from)} -> ${say(to)}`, limit),
    ...section(
      'Renamed',
      renamed,
      ({ was, ...row }) => `${say({ ...row, name: was })} -> ${row.name}`,
      limit,
    ),
    `Unchanged: ${same}. A moved division is counted among the added and the ended, too.`,
    ...(open.length > 0
      ? [`Ended with no successor of its name: ${open.length}. Nothing is guessed for them.`]
      : []),
    ...standingLines(report),
    last,
  ];
}

const toRow = ({ from, to }: TableChanges['moved'][number]) => ({ ...from, to });

function section<Row extends TableRow>(
  title: string,
  rows: readonly Row[],
  say: (row: Row) => string,
  limit: number,
): string[] {
  const more = rows.length > limit ? [`  and ${rows.length - limit} more; --full names all`] : [];
  const levels = rows.length > 0 ? ` (${perLevel(rows)})` : '';
  return [
    `${title}: ${rows.length}${levels}`,
    ...rows.slice(0, limit).map((row) => `  ${say(row)}`),
    ...more,
  ];
}

function perLevel(rows: readonly TableRow[]): string {
  const counts = new Map<string, number>();
  for (const { code } of rows) counts.set(levelOf(code), (counts.get(levelOf(code)) ?? 0) + 1);
  return [...counts].map(([level, count]) => `${level} ${count}`).join(', ');
}

/** What somebody must move by hand: never cut short. */
function standingLines({ standing, names }: ImportReport): string[] {
  if (standing.length === 0) return ['Nothing of ours stands in an ended division.'];
  return [
    `Of ours in ended divisions: ${standing.length} divisions with something in them.`,
    ...standing.flatMap((at) => [
      `  ${described(at, names)}`,
      ...at.organisations.map(({ name }) => `    organisation ${name}`),
      ...at.places.map(({ name, organisation }) => `    place ${name} of ${organisation}`),
      ...countLines(at),
      `    ${whatToDo(at, names)}`,
    ]),
  ];
}

function countLines(at: ImportReport['standing'][number]): string[] {
  const { households, requests, memberships, campaigns } = at;
  const counts = Object.entries({
    households,
    'open requests': requests,
    memberships,
    campaigns,
  }).filter(([, count]) => count > 0);
  return counts.length > 0
    ? [`    ${counts.map(([what, count]) => `${what}: ${count}`).join(', ')}`]
    : [];
}

function whatToDo(
  { code, successors }: ImportReport['standing'][number],
  names: ReadonlyMap<string, string>,
): string {
  const [to, ...more] = successors;
  if (!to) {
    return 'No successor is known: ask its civil-affairs bureau which division took it over, and choose that on the page of each.';
  }
  const named = [to, ...more].map((row) => described(row, names)).join(' or ');
  const moves = `Now ${named}: choose it on the page of each organisation, household and member.`;
  return countyCode(to.code) === countyCode(code)
    ? `${moves} Places too; requests keep the code they were made under.`
    : `${moves} A place stays in the county its goods are booked in: move the stock, end it and register it anew in ${named}.`;
}
