import { described, type TableChanges, type TableRow } from '~/domain/division-table';

/** Lines of each kind that are shown; the rest is counted. */
const SHOWN = 20;

/** What an import changes, or would change, for the person who runs it. */
export function reportLines(changes: TableChanges, applied: boolean): string[] {
  const { added, ended, renamed, moved, same } = changes;
  const nothing = added.length + ended.length + renamed.length === 0;
  const last = applied
    ? 'Applied.'
    : nothing
      ? 'Nothing to apply.'
      : 'Nothing was changed. Run it again with --apply to take the table over.';
  return [
    ...section('Added', added, described),
    ...section('Ended', ended, described),
    ...section('Moved', moved, ({ from, to }) => `${described(from)} -> ${described(to)}`),
    ...section(
      'Renamed',
      renamed,
      (row) => `${described({ ...row, name: row.was })} -> ${row.name}`,
    ),
    `Unchanged: ${same}. A moved division is counted among the added and the ended, too.`,
    last,
  ];
}

function section<Row extends TableRow | TableChanges['moved'][number]>(
  title: string,
  rows: readonly Row[],
  say: (row: Row) => string,
): string[] {
  const more = rows.length > SHOWN ? [`  and ${rows.length - SHOWN} more`] : [];
  return [
    `${title}: ${rows.length}`,
    ...rows.slice(0, SHOWN).map((row) => `  ${say(row)}`),
    ...more,
  ];
}
