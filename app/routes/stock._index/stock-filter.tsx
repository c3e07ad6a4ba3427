import { useSearchParams } from '@remix-run/react';
import { useText } from '~/i18n/text';
import { FilterForm } from '~/ui/filter-form';
import { useName } from '~/ui/item-amount';
import { SelectField } from '~/ui/select-field';
import { TextField } from '~/ui/text-field';
import { useStandingWords } from './standing-words';

interface StockFilterProps {
  choices: {
    places: readonly { id: string; name: string }[];
    items: readonly { id: string; nameZh: string; nameEn: string }[];
  };
}

export function StockFilter({ choices }: StockFilterProps) {
  const t = useText('stock');
  const status = useText('statuses');
  const nameOf = useName();
  const standing = useStandingWords();
  const [search] = useSearchParams();
  const at = (name: string) => search.get(name) ?? undefined;
  return (
    <FilterForm names={['place', 'item', 'kind', 'condition', 'parcel']}>
      {choices.places.length > 1 && (
        <SelectField
          name="place"
          label={t('place')}
          emptyLabel={t('any')}
          defaultValue={at('place')}
          options={choices.places.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <SelectField
        name="item"
        label={t('item')}
        emptyLabel={t('any')}
        defaultValue={at('item')}
        options={choices.items.map((one) => ({ value: one.id, label: nameOf(one) }))}
      />
      <SelectField
        name="kind"
        label={t('standing')}
        emptyLabel={t('any')}
        defaultValue={at('kind')}
        options={(['stock', 'hold', 'quarantine'] as const).map((value) => ({
          value,
          label: standing[value],
        }))}
      />
      <SelectField
        name="condition"
        label={t('bestBefore')}
        emptyLabel={t('any')}
        defaultValue={at('condition')}
        options={[
          { value: 'expired', label: status('lot.expired') },
          { value: 'expiring', label: status('lot.expiring') },
        ]}
      />
      <TextField name="parcel" type="search" label={t('parcel')} defaultValue={at('parcel')} />
    </FilterForm>
  );
}
