import { Link, useSearchParams } from '@remix-run/react';
import { formatShare } from '~/i18n/format';
import { useLanguage, useText } from '~/i18n/text';
import { paths } from '~/paths';
import { DataTable, type Column } from '~/ui/data-table';
import { FilterForm } from '~/ui/filter-form';
import type { RefusedAnswer } from '~/ui/form-answer';
import { Amount, useName } from '~/ui/item-amount';
import { usePlanReason } from '~/ui/plan-reason';
import { SelectField } from '~/ui/select-field';
import { useLeftOutText } from './left-out-notice';
import { LineForm } from './line-form';
import type { SolvedView } from './load-plan.server';
import type { NeedRow } from './need-rows.server';

interface NeedTableProps {
  planId: string;
  solved: SolvedView;
  version: number;
  mayChange: boolean;
  membershipId: string;
  formKey: string;
  answer: RefusedAnswer | undefined;
}

/** Every need with what it is given, from where, and why not more; the worst served first. */
export function NeedTable(props: NeedTableProps) {
  const { solved } = props;
  const t = useText('plans');
  return (
    <DataTable
      caption={t('needsTitle')}
      rows={solved.rows}
      rowKey={(row) => row.id}
      page={solved.page}
      columns={useNeedColumns(props)}
      filter={<NeedFilters solved={solved} />}
      empty={<p className="text-ink-soft">{t('noneShown')}</p>}
    />
  );
}

function NeedFilters({ solved }: { solved: SolvedView }) {
  const t = useText('plans');
  const nameOf = useName();
  const [search] = useSearchParams();
  const chosen = (name: string) => search.get(name) ?? '';
  return (
    <FilterForm names={['show', 'item', 'county']}>
      <SelectField
        name="show"
        label={t('show')}
        emptyLabel={t('showAll')}
        defaultValue={chosen('show')}
        options={[
          { value: 'unmet', label: t('showUnmet') },
          ...(solved.renewed ? [{ value: 'changed', label: t('showChanged') }] : []),
        ]}
      />
      <SelectField
        name="item"
        label={t('item')}
        emptyLabel={t('any')}
        defaultValue={chosen('item')}
        options={solved.items.map((one) => ({ value: one.id, label: nameOf(one) }))}
      />
      <SelectField
        name="county"
        label={t('county')}
        emptyLabel={t('any')}
        defaultValue={chosen('county')}
        options={Object.entries(solved.countyNames).map(([value, label]) => ({ value, label }))}
      />
    </FilterForm>
  );
}

function useNeedColumns(props: NeedTableProps): Column<NeedRow>[] {
  const { solved, planId, mayChange } = props;
  const t = useText('plans');
  const nameOf = useName();
  const language = useLanguage();
  const leftOut = useLeftOutText();
  const reason = usePlanReason(solved.divisionNames);
  const itemOf = (row: NeedRow) => solved.items.find((one) => one.id === row.itemId);
  const amount = (row: NeedRow, quantity: number) => (
    <Amount quantity={quantity} units={itemOf(row)?.units ?? []} />
  );
  const giveLabel = (row: NeedRow) => {
    const item = itemOf(row);
    const what = [solved.names[row.id]?.placeName, item && nameOf(item), row.size];
    return [t('giveLink'), ...what].filter(Boolean).join(' ');
  };
  return [
    {
      key: 'need',
      header: t('need'),
      heading: true,
      cell: (row) => {
        const [item, names] = [itemOf(row), solved.names[row.id]];
        return (
          <>
            <Link to={paths.request(row.requestId)} className="underline underline-offset-4">
              {item && nameOf(item)} {row.size}
            </Link>
            <span className="block text-sm font-normal text-ink-soft">
              {[names?.placeName, names?.programmeName, names?.countyName]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </>
        );
      },
    },
    { key: 'open', header: t('open'), align: 'end', cell: (row) => amount(row, row.quantity) },
    {
      key: 'given',
      header: t('given'),
      align: 'end',
      cell: (row) => (
        <span>
          <strong>{amount(row, row.given)}</strong>
          {row.givenBefore !== undefined && row.givenBefore !== row.given && (
            <span className="block text-sm text-amber">
              {t('wasBefore')} {amount(row, row.givenBefore)}
            </span>
          )}
        </span>
      ),
    },
    {
      key: 'fill',
      header: t('fillAfter'),
      align: 'end',
      cell: (row) => formatShare(language, row.fill),
    },
    {
      key: 'why',
      header: t('why'),
      cell: (row) => (
        <div className="max-w-prose space-y-2 text-start">
          <ul className="space-y-1">
            {row.reasons.map((one) => (
              <li key={`${one.code} ${JSON.stringify(one.facts)}`}>{reason(one, itemOf(row))}</li>
            ))}
            {row.leftOut.map((pin) => (
              <li key={pin.supplyId} className="text-amber">
                {leftOut(pin, itemOf(row))}
              </li>
            ))}
          </ul>
          {row.lines.map((line) => (
            <LineForm key={line.id} row={row} line={line} item={itemOf(row)} {...props} />
          ))}
          {mayChange && (
            <Link
              to={paths.givePlanGoods(planId, row.id)}
              aria-label={giveLabel(row)}
              className="inline-flex min-h-9 items-center text-sm underline underline-offset-4"
            >
              {t('giveLink')}
            </Link>
          )}
        </div>
      ),
    },
  ];
}
