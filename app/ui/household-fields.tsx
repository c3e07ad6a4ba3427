import type { householdDivisions } from '~/domain/register';
import { useText } from '~/i18n/text';
import { DivisionField, type DivisionOffers } from './division-field';
import type { FieldLike } from './field-wiring';
import { FieldGrid, WideField } from './form-layout';

interface HouseholdFieldsProps {
  fields: Record<(typeof householdDivisions)[number], FieldLike>;
  /** What an answer offers to choose from, by field. */
  divisions: Record<string, DivisionOffers> | undefined;
}

/** Where a household lives, and where it is registered. */
export function HouseholdFields({ fields, divisions }: HouseholdFieldsProps) {
  const t = useText('register');
  return (
    <FieldGrid>
      <WideField>
        <DivisionField
          field={fields.divisionCode}
          label={t('residence')}
          offers={divisions?.divisionCode}
          required
        />
      </WideField>
      <WideField>
        <DivisionField
          field={fields.hukouDivisionCode}
          label={t('hukou')}
          hint={t('hukouHint')}
          offers={divisions?.hukouDivisionCode}
        />
      </WideField>
    </FieldGrid>
  );
}
