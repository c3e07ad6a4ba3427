import { useText } from '~/i18n/text';
import { FilterForm } from '~/ui/filter-form';
import { SelectField } from '~/ui/select-field';

interface PlaceFilterProps {
  places: readonly { id: string; name: string }[];
  placeId: string | undefined;
}

export function PlaceFilter({ places, placeId }: PlaceFilterProps) {
  const t = useText('stock');
  return (
    <FilterForm names={[]}>
      <SelectField
        name="place"
        label={t('place')}
        emptyLabel={false}
        defaultValue={placeId}
        options={places.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </FilterForm>
  );
}
