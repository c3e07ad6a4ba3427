import { useText } from '~/i18n/text';
import { Card } from '~/ui/card';
import { DataTable, type Column } from '~/ui/data-table';
import { DayText } from '~/ui/date-text';
import type { RefusedAnswer } from '~/ui/form-answer';
import { Money } from '~/ui/money';
import { sumValues } from '~/domain/value';
import type { DonationPageData } from './donation-page.server';
import { ReopenLine } from './reopen-line';
import { useGoodsWords } from './goods-words';

type Line = DonationPageData['donation']['lines'][number];

/** What was pledged, line by line, with its value and what the donor bound it to. */
export function LinesCard({
  page,
  answer,
}: {
  page: DonationPageData;
  answer: RefusedAnswer | undefined;
}) {
  const t = useText('donations');
  const goods = useGoodsWords(page);
  const { lines } = page.donation;
  const total = sumValues(
    lines.map((line) => ({ lowFen: line.valueLowFen, highFen: line.valueHighFen })),
  );
  const amount = (key: string, of: (line: Line) => number): Column<Line> => ({
    key,
    header: t(`figure.${key as 'pledged'}`),
    align: 'end',
    cell: (line) => goods.quantity(line.itemId, of(line)),
  });
  const columns: Column<Line>[] = [
    {
      key: 'item',
      header: t('item'),
      heading: true,
      cell: (line) => (
        <>
          {goods.lineName(line)}
          {line.kitItemId && (
            <span className="block text-sm font-normal text-ink-soft">
              {t('fromKit', { kit: goods.itemName(line.kitItemId) })}
            </span>
          )}
        </>
      ),
      total: t('totalValue'),
    },
    amount('pledged', (line) => line.quantity),
    amount('declined', (line) => line.figures.declined),
    amount('received', (line) => line.figures.received),
    {
      key: 'value',
      header: t('value'),
      align: 'end',
      cell: (line) => (
        <>
          <Money
            value_fen={line.valueLowFen}
            high_fen={line.valueHighFen === line.valueLowFen ? undefined : line.valueHighFen}
          />
          <span className="block text-sm text-ink-soft">{t(`basis.${line.valueBasis}`)}</span>
        </>
      ),
      total: (
        <Money
          value_fen={total.lowFen}
          high_fen={total.highFen === total.lowFen ? undefined : total.highFen}
        />
      ),
    },
    {
      key: 'bound',
      header: t('datesAndBounds'),
      cell: (line) => (
        <div>
          <Bounds line={line} divisionNames={page.divisionNames} />
          <ReopenLine page={page} line={line} answer={answer} />
        </div>
      ),
    },
  ];
  return (
    <Card title={t('lines')} flush>
      <DataTable
        caption={t('lines')}
        captionHidden
        columns={columns}
        rows={lines}
        rowKey={(line) => line.id}
        empty={null}
      />
    </Card>
  );
}

function Bounds({ line, divisionNames }: { line: Line; divisionNames: Record<string, string> }) {
  const t = useText('donations');
  const { producedOn, bestBefore, restrictedDivisionCode, restrictedGroup, purpose } = line;
  const i = useText('intake');
  const nothing = !producedOn && !bestBefore && !restrictedDivisionCode && !restrictedGroup;
  if (nothing && !purpose && !line.declinedReason && !line.closedReason) return '—';
  return (
    <ul className="space-y-0.5 text-sm">
      {producedOn && (
        <li>
          {t('producedOn')} <DayText day={producedOn} />
        </li>
      )}
      {bestBefore && (
        <li>
          {t('bestBefore')} <DayText day={bestBefore} />
        </li>
      )}
      {restrictedDivisionCode && (
        <li>
          {t('onlyFor', { whom: divisionNames[restrictedDivisionCode] ?? restrictedDivisionCode })}
        </li>
      )}
      {restrictedGroup && <li>{t('onlyFor', { whom: t(`group.${restrictedGroup}`) })}</li>}
      {purpose && <li>{t('purposeIs', { purpose })}</li>}
      {line.closedReason && (
        <li>{t('closedBecause', { reason: i(`reason.${line.closedReason}`) })}</li>
      )}
      {line.declinedReason && (
        <li>{t('declinedBecause', { reason: t(`decline.${line.declinedReason}`) })}</li>
      )}
    </ul>
  );
}
