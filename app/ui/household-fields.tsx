import { useText } from '~/i18n/text';
import { DivisionField } from './division-field';
import type { FieldLike } from './field-wiring';
import { FieldGrid, WideField } from './form-layout';

interface HouseholdFieldsProps {
  fields: Record<'divisionCode' | 'hukouDivisionCode', FieldLike>;
  /** Divisions to choose from, for what was typed of the residence. */
  choices: Parameters<typeof DivisionField>[0]['choices'];
}

/** Where a household lives, and where it is registered. */
export function HouseholdFields({ fields, choices }: HouseholdFieldsProps) {
  const t = useText('register');
  return (
    <FieldGrid>
      <WideField>
        <DivisionField
          field={fields.divisionCode}
          label={t('residence')}
          choices={choices}
          required
        />
      </WideField>
      <WideField>
        <DivisionField field={fields.hukouDivisionCode} label={t('hukou')} hint={t('hukouHint')} />
      </WideField>
    </FieldGrid>
  );
}
