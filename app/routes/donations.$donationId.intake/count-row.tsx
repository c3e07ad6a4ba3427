import type { CatalogueItem, ItemUnit } from '~/domain/catalogue';
import { differenceReasons } from '~/domain/intake';
import { isPack } from '~/domain/quantity';
import { useText } from '~/i18n/text';
import { DateField } from '~/ui/date-field';
import { errorsAt, type RefusedAnswer } from '~/ui/form-answer';
import { useName } from '~/ui/item-amount';
import { namedField } from '~/ui/named-field';
import { NumberField } from '~/ui/number-field';
import { SelectField } from '~/ui/select-field';
import { typedAt } from '~/ui/typed-values';
import type { CountPageData } from './count-page.server';

interface Props {
  item: CatalogueItem;
  line: CountPageData['donation']['lines'][number];
  /** The unit that the donor wrote: what the cells are counted in. */
  unit: ItemUnit;
  row: number;
  hints: boolean;
  answer: RefusedAnswer | undefined;
}

const numbers = [
  { name: 'sound', hint: 'soundHint' },
  { name: 'quarantined', hint: 'quarantinedHint' },
  { name: 'refused', hint: 'refusedHint' },
] as const;

/** One best-before date of one line: what came sound, what is doubtful, what was turned away. */
export function CountRowFields({ item, line, unit, row, hints, answer }: Props) {
  const t = useText('intake');
  const nameOf = useName();
  const nameAt = (field: string) => `lines[${row}].${field}`;
  const typed = (field: string) => typedAt(answer, nameAt(field));
  const field = (name: string) => namedField(nameAt(name), errorsAt(answer, nameAt(name)));
  const days = item.perishable || line.bestBefore !== null || line.producedOn !== null;
  const packs = item.units.filter(isPack);
  // Goods pledged in bags come in bags: as typed, else as pledged.
  const pack = typed('donationLineId') ? typed('packCode') : isPack(unit) ? unit.code : '';
  return (
    <div className="space-y-3 border-s-2 border-line ps-3 sm:ps-4">
      <input type="hidden" name={nameAt('donationLineId')} value={line.id} />
      <input type="hidden" name={nameAt('unitCode')} value={unit.code} />
      <p className="text-sm text-ink-soft">{t('countedIn', { unit: nameOf(unit) })}</p>
      <div className="grid grid-cols-3 items-end gap-3">
        {numbers.map(({ name, hint }) => (
          <NumberField
            key={name}
            field={field(name)}
            label={t(name)}
            hint={hints ? t(hint) : undefined}
            decimal={item.smallestUnit !== 'piece'}
            defaultValue={typed(name)}
          />
        ))}
      </div>
      <div className="grid grid-cols-2 items-start gap-3 sm:grid-cols-4">
        {days && (
          <DateField
            field={field('bestBefore')}
            label={t('bestBefore')}
            required={item.perishable}
            defaultValue={typed('bestBefore') || (line.bestBefore ?? '')}
          />
        )}
        {days && (
          <DateField
            field={field('producedOn')}
            label={t('producedOn')}
            defaultValue={typed('producedOn') || (line.producedOn ?? '')}
          />
        )}
        {packs.length > 0 && (
          <SelectField
            field={field('packCode')}
            label={t('packing')}
            emptyLabel={t('loose')}
            options={packs.map((one) => ({ value: one.code, label: nameOf(one) }))}
            defaultValue={pack}
          />
        )}
        <SelectField
          field={field('reason')}
          label={t('reason')}
          emptyLabel={t('noReason')}
          options={differenceReasons.map((one) => ({ value: one, label: t(`reason.${one}`) }))}
          defaultValue={typed('reason')}
        />
      </div>
    </div>
  );
}
