import { useText } from '~/i18n/text';
import { DateField } from './date-field';
import type { FieldLike } from './field-wiring';
import { FieldGrid, WideField } from './form-layout';
import { optionsOf, useRegisterWords } from './register-words';
import { SelectField } from './select-field';
import { TextField } from './text-field';

export interface TypedPerson {
  name?: string;
  idNumber?: string;
  bornOn?: string;
  phone?: string;
  address?: string;
  guardianName?: string;
  category?: string;
  relationship?: string;
}

type PersonFieldName = keyof TypedPerson;

interface PersonFieldsProps {
  fields: Record<PersonFieldName, FieldLike>;
  /** Shown where the person is a member beside a head. */
  withRelationship?: boolean | undefined;
  /** The last digits of the ID number on file, where there is one. */
  idNumberMasked?: string | undefined;
  amending?: boolean | undefined;
}

/** Labels by field, for the summary of a refused form. */
export function usePersonLabels(): Record<PersonFieldName, string> {
  const t = useText('register');
  return {
    name: t('name'),
    relationship: t('relationship'),
    idNumber: t('idNumber'),
    bornOn: t('bornOn'),
    phone: t('phone'),
    address: t('address'),
    guardianName: t('guardianName'),
    category: t('category'),
  };
}

export function PersonFields(props: PersonFieldsProps) {
  const { fields, withRelationship, idNumberMasked, amending } = props;
  const t = useText('register');
  const labels = usePersonLabels();
  const { categories, relationships } = useRegisterWords();
  const others = optionsOf(relationships).filter(({ value }) => value !== 'head');
  const idHint = idNumberMasked ? t('idNumberKept', { masked: idNumberMasked }) : t('idNumberHint');
  return (
    <FieldGrid>
      <TextField field={fields.name} label={labels.name} required />
      {withRelationship && (
        <SelectField
          field={fields.relationship}
          label={labels.relationship}
          options={others}
          required
        />
      )}
      <TextField field={fields.idNumber} label={labels.idNumber} hint={idHint} />
      <DateField field={fields.bornOn} label={labels.bornOn} hint={t('bornOnHint')} />
      <TextField field={fields.phone} type="tel" label={labels.phone} />
      <SelectField
        field={fields.category}
        label={amending ? t('addCategory') : labels.category}
        emptyLabel={t('noCategory')}
        options={optionsOf(categories)}
      />
      <TextField field={fields.guardianName} label={labels.guardianName} />
      <WideField>
        <TextField field={fields.address} label={labels.address} />
      </WideField>
    </FieldGrid>
  );
}
