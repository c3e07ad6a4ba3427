import type { CatalogueItem } from '~/domain/catalogue';
import { programmeGroups } from '~/domain/organisation';
import { useText } from '~/i18n/text';
import { DateField } from '~/ui/date-field';
import { errorsAt } from '~/ui/form-answer';
import { FieldGrid } from '~/ui/form-layout';
import { namedField } from '~/ui/named-field';
import { SelectField } from '~/ui/select-field';
import { TextField } from '~/ui/text-field';
import { typedAt } from '~/ui/typed-values';
import type { PledgeLineProps } from './pledge-line';

const fields = [
  'producedOn',
  'bestBefore',
  'restrictedDivisionCode',
  'restrictedGroup',
  'purpose',
] as const;

/** Dates and restrictions: most lines need none, so they stand folded until one of them says something. */
export function LineDetails(props: PledgeLineProps & { item: CatalogueItem | undefined }) {
  const { at, item, divisions, errorsFrom, typedFrom } = props;
  const t = useText('donations');
  const nameAt = (field: (typeof fields)[number]) => `lines[${at}].${field}`;
  const typed = (field: (typeof fields)[number]) => typedAt(typedFrom, nameAt(field));
  const field = (name: (typeof fields)[number]) =>
    namedField(nameAt(name), errorsAt(errorsFrom, nameAt(name)));
  const says = fields.some((one) => typed(one) || errorsAt(errorsFrom, nameAt(one)));
  return (
    <details open={says || item?.perishable}>
      <summary className="inline-flex min-h-9 cursor-pointer items-center text-sm text-ink-soft underline-offset-4 hover:underline">
        {t('details')}
      </summary>
      <div className="pt-3 pb-1">
        <FieldGrid>
          <DateField
            field={field('producedOn')}
            label={t('producedOn')}
            defaultValue={typed('producedOn')}
          />
          <DateField
            field={field('bestBefore')}
            label={t('bestBefore')}
            defaultValue={typed('bestBefore')}
          />
          <SelectField
            field={field('restrictedDivisionCode')}
            label={t('restrictedDivision')}
            emptyLabel={t('unrestricted')}
            options={divisions.map(({ code, name }) => ({ value: code, label: name }))}
            defaultValue={typed('restrictedDivisionCode')}
          />
          <SelectField
            field={field('restrictedGroup')}
            label={t('restrictedGroup')}
            emptyLabel={t('unrestricted')}
            options={programmeGroups.map((group) => ({ value: group, label: t(`group.${group}`) }))}
            defaultValue={typed('restrictedGroup')}
          />
          <TextField
            field={field('purpose')}
            label={t('purpose')}
            hint={t('purposeHint')}
            maxLength={200}
            defaultValue={typed('purpose')}
          />
        </FieldGrid>
      </div>
    </details>
  );
}
