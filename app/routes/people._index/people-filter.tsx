import { roles, type Role } from '~/domain/actor';
import { useText } from '~/i18n/text';
import { FilterForm } from '~/ui/filter-form';
import { SelectField } from '~/ui/select-field';
import { TextField } from '~/ui/text-field';

interface PeopleFilterProps {
  text: string;
  role?: Role | undefined;
  state: 'current' | 'ended';
}

export function PeopleFilter({ text, role, state }: PeopleFilterProps) {
  const t = useText('auth');
  const common = useText('common');
  const roleName = useText('roles');
  return (
    <FilterForm names={['text', 'role', 'state']}>
      <TextField name="text" type="search" label={t('search')} defaultValue={text} />
      <SelectField
        name="role"
        label={t('role')}
        emptyLabel={common('all')}
        defaultValue={role}
        options={roles.map((value) => ({ value, label: roleName(value) }))}
      />
      <SelectField
        name="state"
        label={t('stateFilter')}
        emptyLabel={false}
        defaultValue={state}
        options={[
          { value: 'current', label: t('stateCurrent') },
          { value: 'ended', label: t('stateEnded') },
        ]}
      />
    </FilterForm>
  );
}
