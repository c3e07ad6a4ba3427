import { useSearchParams } from '@remix-run/react';
import { useText } from '~/i18n/text';
import { FilterForm } from '~/ui/filter-form';
import { optionsOf, useRegisterWords } from '~/ui/register-words';
import { SelectField } from '~/ui/select-field';

export function CategoryFilter() {
  const t = useText('register');
  const { categories } = useRegisterWords();
  const [search] = useSearchParams();
  return (
    <FilterForm names={['category']}>
      <SelectField
        name="category"
        label={t('categories')}
        emptyLabel={t('anyCategory')}
        defaultValue={search.get('category') ?? undefined}
        options={optionsOf(categories)}
      />
    </FilterForm>
  );
}
