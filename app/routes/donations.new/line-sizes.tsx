import type { CatalogueItem } from '~/domain/catalogue';
import { commonSizes } from '~/domain/size';
import { useText } from '~/i18n/text';
import { errorsAt } from '~/ui/form-answer';
import { useName } from '~/ui/item-amount';
import { SizeMatrix } from '~/ui/size-matrix';
import { typedAt } from '~/ui/typed-values';
import { namedField } from '~/ui/named-field';
import { TextField } from '~/ui/text-field';
import type { PledgeLineProps } from './pledge-line';

/** The matrix of one line, and a cell for a size that is not among the common ones. */
export function LineSizes(props: PledgeLineProps & { item: CatalogueItem }) {
  const { at, item, errorsFrom, typedFrom } = props;
  const t = useText('donations');
  const nameOf = useName();
  const sizes = commonSizes(item.sizeScheme);
  const nameAt = (index: number, field: 'size' | 'quantity') =>
    `lines[${at}].cells[${index}].${field}`;
  const indexOf = (size: string) => sizes.indexOf(size);
  const other = sizes.length;
  const field = (name: string) => namedField(name, errorsAt(errorsFrom, name));
  return (
    <div className="space-y-3 rounded-lg bg-mist p-3 sm:p-4">
      <SizeMatrix
        caption={t('quantityBySizeOf', { item: nameOf(item) })}
        rows={[{ key: item.code, label: nameOf(item) }]}
        columns={sizes.map((size) => ({ key: size, label: size }))}
        nameOf={(_, size) => nameAt(indexOf(size), 'quantity')}
        valueOf={(_, size) => typedAt(typedFrom, nameAt(indexOf(size), 'quantity'))}
        errorsOf={(_, size) => errorsAt(errorsFrom, nameAt(indexOf(size), 'quantity'))}
      />
      {sizes.map((size, index) => (
        <input key={size} type="hidden" name={nameAt(index, 'size')} value={size} />
      ))}
      <div className="grid max-w-md grid-cols-2 gap-3">
        <TextField
          field={field(nameAt(other, 'size'))}
          label={t('otherSize')}
          defaultValue={typedAt(typedFrom, nameAt(other, 'size'))}
        />
        <TextField
          field={field(nameAt(other, 'quantity'))}
          label={t('otherSizeQuantity')}
          inputMode="numeric"
          defaultValue={typedAt(typedFrom, nameAt(other, 'quantity'))}
        />
      </div>
    </div>
  );
}
