import { Plus } from 'lucide-react';
import type { CatalogueItem } from '~/domain/catalogue';
import { unitChoice } from '~/domain/kit-form';
import { useText } from '~/i18n/text';
import { Button } from './button';
import { Card } from './card';
import { errorsAt, type RefusedAnswer } from './form-answer';
import { useName } from './item-amount';
import { namedField } from './named-field';
import { NumberField } from './number-field';
import { SelectField } from './select-field';
import { typedAt, typedCount } from './typed-values';

interface Props {
  /** What a kit may hold. */
  items: readonly CatalogueItem[];
  /** What it holds now, in smallest units. */
  parts: readonly { itemId: string; quantity: number }[];
  answer: (RefusedAnswer & { moreRows?: number }) | undefined;
}

const FEWEST_ROWS = 3;

/** What a kit holds, a row an item; the unit is chosen with the item, so that they always fit. */
export function KitPartsFields({ items, parts, answer }: Props) {
  const t = useText('catalogue');
  const nameOf = useName();
  const sent = answer?.lastResult?.initialValue !== undefined;
  const typed = typedCount(answer, 'parts') + (answer?.moreRows ?? 0);
  const count = Math.max(FEWEST_ROWS, parts.length + 1, typed);
  const options = items.flatMap((item) =>
    item.units.map((unit) => ({
      value: unitChoice(item.id, unit.code),
      label: t('partInUnit', { item: nameOf(item), unit: nameOf(unit) }),
      group: t(`category.${item.category}`),
    })),
  );
  return (
    <Card title={t('parts')}>
      <p className="max-w-prose text-sm text-ink-soft">{t('partsFormHint')}</p>
      <ol className="space-y-4">
        {Array.from({ length: count }, (_, at) => {
          const field = (name: string) =>
            namedField(`parts[${at}].${name}`, errorsAt(answer, `parts[${at}].${name}`));
          const saved = savedAt(items, parts[at]);
          const value = (name: 'choice' | 'quantity') =>
            sent ? typedAt(answer, `parts[${at}].${name}`) : saved?.[name];
          return (
            <li key={at} className="grid grid-cols-[minmax(0,1fr)_6.5rem] items-start gap-3">
              <SelectField
                field={field('choice')}
                label={t('partAt', { number: at + 1 })}
                emptyLabel={t('noPart')}
                options={options}
                defaultValue={value('choice')}
              />
              <NumberField
                field={field('quantity')}
                label={t('partQuantity')}
                decimal
                defaultValue={value('quantity')}
              />
            </li>
          );
        })}
      </ol>
      <Button kind="quiet" icon={Plus} name="_intent" value="add-rows">
        {t('morePartRows')}
      </Button>
    </Card>
  );
}

/** In the largest unit that it comes out whole in, as people would write it. */
function savedAt(
  items: readonly CatalogueItem[],
  part: { itemId: string; quantity: number } | undefined,
) {
  const item = items.find((one) => one.id === part?.itemId);
  if (!part || !item) return undefined;
  const [unit] = item.units
    .filter((one) => part.quantity % one.factor === 0)
    .toSorted((a, b) => b.factor - a.factor);
  if (!unit) return undefined;
  return {
    choice: unitChoice(item.id, unit.code),
    quantity: String(part.quantity / unit.factor),
  };
}
