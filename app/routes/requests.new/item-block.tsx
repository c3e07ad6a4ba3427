import { Trash2 } from 'lucide-react';
import type { CatalogueItem } from '~/domain/catalogue';
import { NO_SIZE, type RequestFormBlock } from '~/domain/request-form';
import { commonSizes, compareSizes } from '~/domain/size';
import { useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { CheckField } from '~/ui/check-field';
import { FieldErrors } from '~/ui/field';
import { useErrorText } from '~/i18n/error-text';
import { useName } from '~/ui/item-amount';
import { NumberField } from '~/ui/number-field';
import { SelectField } from '~/ui/select-field';
import { SizeMatrix } from '~/ui/size-matrix';

interface ItemBlockProps {
  at: number;
  item: CatalogueItem;
  block: Partial<RequestFormBlock>;
  errorsOf: (name: string) => string[] | undefined;
}

/** One item: its unit, a cell for each size, and whether a size larger may serve. */
export function ItemBlock({ at, item, block, errorsOf }: ItemBlockProps) {
  const t = useText('requests');
  const nameOf = useName();
  const errorText = useErrorText();
  const name = `blocks[${at}]`;
  const unit = item.units.find((one) => one.code === block.unitCode) ?? defaultUnit(item);
  const ofItem = errorsOf(`${name}.itemCode`) ?? [];
  return (
    <Card
      title={nameOf(item)}
      tools={
        <Button kind="quiet" icon={Trash2} name="_intent" value={`remove:${at}`}>
          {t('removeItem')}
        </Button>
      }
    >
      <input type="hidden" id={`${name}.itemCode`} name={`${name}.itemCode`} value={item.code} />
      {ofItem.length > 0 && (
        <FieldErrors id={`${name}.itemCode-error`} errors={ofItem.map(errorText)} />
      )}
      {item.units.length > 1 ? (
        <SelectField
          field={fieldOf(`${name}.unitCode`, errorsOf)}
          label={t('unit')}
          emptyLabel={false}
          options={item.units.map((one) => ({ value: one.code, label: nameOf(one) }))}
          defaultValue={unit.code}
        />
      ) : (
        <input type="hidden" name={`${name}.unitCode`} value={unit.code} />
      )}
      {item.sizeScheme === 'none' ? (
        <NumberField
          field={fieldOf(`${name}.cells.${NO_SIZE}`, errorsOf)}
          label={t('quantity')}
          unit={item.units.length > 1 ? undefined : nameOf(unit)}
          decimal={item.smallestUnit !== 'piece'}
          defaultValue={block.cells?.[NO_SIZE]}
        />
      ) : (
        <>
          <SizeMatrix
            caption={t('quantityBySize')}
            unit={item.units.length > 1 ? undefined : nameOf(unit)}
            rows={[{ key: item.code, label: nameOf(item) }]}
            columns={sizesOf(item, block).map((size) => ({ key: size, label: size }))}
            nameOf={(_, size) => `${name}.cells.${size}`}
            valueOf={(_, size) => block.cells?.[size]}
            errorsOf={(_, size) => errorsOf(`${name}.cells.${size}`)}
          />
          <CheckField
            name={`${name}.largerSizeServes`}
            label={t('largerSizeServes')}
            defaultChecked={Boolean(block.largerSizeServes)}
          />
        </>
      )}
    </Card>
  );
}

/** What people count it in: pieces, or the unit after the gram. */
function defaultUnit(item: CatalogueItem) {
  const [smallest, next] = item.units;
  const unit = item.smallestUnit === 'piece' ? smallest : (next ?? smallest);
  if (!unit) throw new Error(`The item ${item.code} has no unit.`);
  return unit;
}

function sizesOf(item: CatalogueItem, block: Partial<RequestFormBlock>): string[] {
  const sizes = new Set([...commonSizes(item.sizeScheme), ...Object.keys(block.cells ?? {})]);
  sizes.delete(NO_SIZE);
  return [...sizes].sort((a, b) => compareSizes(item.sizeScheme, a, b));
}

function fieldOf(name: string, errorsOf: ItemBlockProps['errorsOf']) {
  return {
    id: name,
    name,
    errorId: `${name}-error`,
    descriptionId: `${name}-hint`,
    errors: errorsOf(name),
  };
}
