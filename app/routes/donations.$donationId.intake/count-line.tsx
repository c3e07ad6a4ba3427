import { displayUnit } from '~/domain/catalogue';
import { differenceReasons } from '~/domain/intake';
import { useText } from '~/i18n/text';
import { CheckField } from '~/ui/check-field';
import { DateField } from '~/ui/date-field';
import { errorsAt, type RefusedAnswer } from '~/ui/form-answer';
import { useAmount, useName } from '~/ui/item-amount';
import { namedField } from '~/ui/named-field';
import { NumberField } from '~/ui/number-field';
import { SelectField } from '~/ui/select-field';
import { typedAt } from '~/ui/typed-values';
import type { CountPageData } from './count-page.server';

interface Props {
  page: CountPageData;
  line: CountPageData['donation']['lines'][number];
  at: number;
  answer: RefusedAnswer | undefined;
}

const numbers = [
  { name: 'sound', hint: 'soundHint' },
  { name: 'quarantined', hint: 'quarantinedHint' },
  { name: 'refused', hint: 'refusedHint' },
] as const;

export function CountLineFields({ page, line, at, answer }: Props) {
  const t = useText('intake');
  const nameOf = useName();
  const amount = useAmount();
  const item = page.items.find((one) => one.id === line.itemId);
  if (!item) throw new Error(`there is no item ${line.itemId}`);
  const unit = item.units.find((one) => one.code === line.unitCode) ?? displayUnit(item);
  const nameAt = (field: string) => `lines[${at}].${field}`;
  const typed = (field: string) => typedAt(answer, nameAt(field));
  const field = (name: string) => namedField(nameAt(name), errorsAt(answer, nameAt(name)));
  const more = ['packSize', 'lastDelivery'].some(
    (one) => typed(one) || errorsAt(answer, nameAt(one)),
  );
  const days = item.perishable || line.bestBefore !== null || line.producedOn !== null;
  return (
    <li className="space-y-3 py-5 first:pt-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="text-base">
          {nameOf(item)} {line.size}
        </h3>
        <p className="text-sm text-ink-soft">
          {t('toComeOf', { quantity: amount(line.toCome, item.units, unit.code) })}
        </p>
      </div>
      <input type="hidden" name={nameAt('donationLineId')} value={line.id} />
      <input type="hidden" name={nameAt('unitCode')} value={unit.code} />
      <div className="grid items-end gap-3 sm:grid-cols-3 xl:grid-cols-[repeat(3,minmax(7rem,1fr))_minmax(12rem,1.6fr)]">
        {numbers.map(({ name, hint }) => (
          <NumberField
            key={name}
            field={field(name)}
            label={t(name)}
            hint={at === 0 ? t(hint) : undefined}
            unit={nameOf(unit)}
            decimal={item.smallestUnit !== 'piece'}
            defaultValue={typed(name)}
          />
        ))}
        <SelectField
          field={field('reason')}
          label={t('reason')}
          emptyLabel={t('noReason')}
          options={differenceReasons.map((one) => ({ value: one, label: t(`reason.${one}`) }))}
          defaultValue={typed('reason')}
        />
      </div>
      {days && (
        <div className="grid gap-3 sm:grid-cols-3">
          <DateField
            field={field('producedOn')}
            label={t('producedOn')}
            defaultValue={typed('producedOn') || (line.producedOn ?? '')}
          />
          <DateField
            field={field('bestBefore')}
            label={t('bestBefore')}
            required={item.perishable}
            defaultValue={typed('bestBefore') || (line.bestBefore ?? '')}
          />
        </div>
      )}
      <details open={more}>
        <summary className="inline-flex min-h-9 cursor-pointer items-center text-sm text-ink-soft underline-offset-4 hover:underline">
          {t('moreDetails')}
        </summary>
        <div className="grid gap-3 pt-2 sm:grid-cols-3">
          <NumberField
            field={field('packSize')}
            label={t('packSize')}
            hint={t('packSizeHint')}
            unit={nameOf(unit)}
            defaultValue={typed('packSize')}
          />
          <CheckField
            field={field('lastDelivery')}
            label={t('lastDelivery')}
            defaultChecked={typed('lastDelivery') === 'on'}
          />
        </div>
      </details>
    </li>
  );
}
