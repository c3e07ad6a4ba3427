import { Plus } from 'lucide-react';
import { displayUnit } from '~/domain/catalogue';
import { useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { CheckField } from '~/ui/check-field';
import { useAmount, useName } from '~/ui/item-amount';
import { typedAt } from '~/ui/typed-values';
import type { CountAnswer } from './count-form';
import type { CountPageData } from './count-page.server';
import { CountRowFields } from './count-row';

interface Props {
  page: CountPageData;
  line: CountPageData['donation']['lines'][number];
  /** The numbers of its rows in the form; a row a best-before date. */
  rows: number[];
  addRow: () => void;
  /** Whether its cells are the ones that explain themselves. */
  first: boolean;
  answer: CountAnswer | undefined;
}

export function CountLineFields({ page, line, rows, addRow, first, answer }: Props) {
  const t = useText('intake');
  const nameOf = useName();
  const amount = useAmount();
  const item = page.items.find((one) => one.id === line.itemId);
  if (!item) throw new Error(`there is no item ${line.itemId}`);
  const unit = item.units.find((one) => one.code === line.unitCode) ?? displayUnit(item);
  const say = (quantity: number) => amount(quantity, item.units, unit.code);
  const last = `lines[${rows[0]}].lastDelivery`;
  return (
    <li className="space-y-3 py-5 first:pt-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="text-base">
          {nameOf(item)} {line.size}
        </h3>
        <p className="text-sm text-ink-soft">
          {t('toComeOf', { quantity: say(line.toCome) })}
          {line.closedShort > 0 && t('closedShortOf', { quantity: say(line.closedShort) })}
        </p>
      </div>
      {rows.map((row, at) => (
        <CountRowFields
          key={row}
          hints={first && at === 0}
          {...{ item, line, unit, row, answer }}
        />
      ))}
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
        <CheckField
          name={last}
          label={t('lastDelivery')}
          defaultChecked={answer ? typedAt(answer, last) === 'on' : line.closed}
        />
        <Button
          kind="quiet"
          icon={Plus}
          name="_intent"
          value={`add-row:${line.id}`}
          onClick={(event) => {
            event.preventDefault();
            addRow();
          }}
        >
          {item.perishable ? t('addBatch') : t('addRow')}
        </Button>
      </div>
    </li>
  );
}
