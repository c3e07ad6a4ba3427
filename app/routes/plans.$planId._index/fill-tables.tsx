import type { FillFigure } from '~/domain/allocation/plan-figures';
import { formatNumber, formatShare } from '~/i18n/format';
import { useLanguage, useText } from '~/i18n/text';
import { DataTable } from '~/ui/data-table';
import type { SolvedView } from './load-plan.server';
import { useGroupWord } from './use-group-word';

/** So many centres stand open; the rest unfold. */
const SHOWN = 10;

/** How full the needs are, by county, by group and by centre, before and after. */
export function FillTables({ solved }: { solved: SolvedView }) {
  const t = useText('plans');
  const group = useGroupWord();
  const { figures, countyNames, placeNames } = solved;
  const centres = [...figures.byCentre].sort((a, b) => a.after - b.after);
  return (
    <section className="space-y-4">
      <FillTable
        caption={t('byCounty')}
        rows={figures.byCounty}
        nameOf={(key) => countyNames[key] ?? key}
      />
      <FillTable caption={t('byGroup')} rows={figures.byGroup} nameOf={group} />
      <FillTable
        caption={t('byCentre')}
        rows={centres.slice(0, SHOWN)}
        nameOf={(key) => placeNames[key] ?? key}
      />
      {centres.length > SHOWN && (
        <details>
          <summary className="min-h-11 font-medium underline underline-offset-4">
            {t('moreCentres', { count: centres.length - SHOWN })}
          </summary>
          <FillTable
            caption={t('byCentre')}
            rows={centres.slice(SHOWN)}
            nameOf={(key) => placeNames[key] ?? key}
          />
        </details>
      )}
    </section>
  );
}

interface FillTableProps {
  caption: string;
  rows: readonly FillFigure[];
  nameOf: (key: string) => string;
}

function FillTable({ caption, rows, nameOf }: FillTableProps) {
  const t = useText('plans');
  const language = useLanguage();
  const share = (value: number) => formatShare(language, value);
  const count = (value: number) => formatNumber(language, value, 0);
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        { key: 'name', header: t('name'), heading: true, cell: (row) => nameOf(row.key) },
        { key: 'needs', header: t('needsCount'), align: 'end', cell: (row) => count(row.needs) },
        { key: 'persons', header: t('persons'), align: 'end', cell: (row) => count(row.persons) },
        {
          key: 'before',
          header: t('fillBefore'),
          align: 'end',
          cell: (row) => share(row.before),
        },
        { key: 'after', header: t('fillAfter'), align: 'end', cell: (row) => share(row.after) },
        { key: 'zero', header: t('zeroCount'), align: 'end', cell: (row) => count(row.zero) },
      ]}
      empty={null}
    />
  );
}
