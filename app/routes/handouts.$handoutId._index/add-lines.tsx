import { Form, Link } from '@remix-run/react';
import type { ItemUnit } from '~/domain/catalogue';
import type { PersonCategory } from '~/domain/register';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { CheckField } from '~/ui/check-field';
import { EnvelopeFields, type EnvelopeProps } from '~/ui/envelope-fields';
import { errorsAt, type RefusedAnswer } from '~/ui/form-answer';
import { FieldGrid, FormActions } from '~/ui/form-layout';
import { useAmount, useName } from '~/ui/item-amount';
import { NumberField } from '~/ui/number-field';
import { useRegisterWords } from '~/ui/register-words';
import { SelectField } from '~/ui/select-field';
import { FieldErrors } from '~/ui/field';

interface Source {
  requestLineId: string;
  nameZh: string;
  nameEn: string;
  size: string;
  unitCode: string;
  units: ItemUnit[];
  held: number;
  unbespoken: number;
}

interface Recipients {
  householdId: string;
  headName: string;
  members: { personId: string; name: string; categories: string[] }[];
}

interface AddLinesProps {
  sources: readonly Source[];
  recipients: readonly Recipients[];
  envelope: EnvelopeProps;
  answer: RefusedAnswer | undefined;
}

export function AddLines({ sources, recipients, envelope, answer }: AddLinesProps) {
  const t = useText('handouts');
  const nameOf = useName();
  const amount = useAmount();
  const typed = (answer?.lastResult?.initialValue ?? {}) as Record<string, string | undefined>;
  if (sources.length === 0) return <Card title={t('addTitle')}>{t('noSource')}</Card>;
  return (
    <Card title={t('addTitle')}>
      <Form method="post" className="space-y-5" noValidate>
        <EnvelopeFields {...envelope} intent="add" />
        <p className="text-ink-soft">{t('addHint')}</p>
        <FieldGrid>
          <SelectField
            name="requestLineId"
            label={t('source')}
            required
            defaultValue={typed['requestLineId'] ?? sources[0]?.requestLineId}
            errors={errorsAt(answer, 'requestLineId')}
            options={sources.map((source) => ({
              value: source.requestLineId,
              label: t('sourceOption', {
                item: nameOf(source),
                size: source.size,
                left: amount(source.unbespoken, source.units, source.unitCode),
                held: amount(source.held, source.units, source.unitCode),
              }),
            }))}
          />
          <NumberField
            name="quantity"
            label={t('quantityEach')}
            hint={t('quantityUnit')}
            decimal
            required
            defaultValue={typed['quantity'] ?? '1'}
            errors={errorsAt(answer, 'quantity')}
          />
        </FieldGrid>
        <RecipientChoice
          recipients={recipients}
          ticked={[typed['personIds'], typed['householdIds']].flat()}
          errors={errorsAt(answer, 'personIds') ?? []}
        />
        <NumberField
          name="unnamedCount"
          label={t('unnamed')}
          hint={t('unnamedHint')}
          defaultValue={typed['unnamedCount']}
          errors={errorsAt(answer, 'unnamedCount')}
        />
        <FormActions>
          <Button kind="secondary">{t('addSelected')}</Button>
        </FormActions>
      </Form>
    </Card>
  );
}

interface RecipientChoiceProps {
  recipients: readonly Recipients[];
  /** Ids ticked in the form that came back. */
  ticked: readonly unknown[];
  errors: string[];
}

function RecipientChoice({ recipients, ticked, errors }: RecipientChoiceProps) {
  const t = useText('handouts');
  const { categories } = useRegisterWords();
  if (recipients.length === 0) {
    return (
      <p>
        {t('nobody')}{' '}
        <Link to={paths.registerHousehold} className="underline underline-offset-4">
          {t('goRegister')}
        </Link>
      </p>
    );
  }
  const words = (codes: readonly string[]) =>
    codes.map((code) => categories[code as PersonCategory]).join('、');
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      <fieldset>
        <legend className="font-medium">{t('persons')}</legend>
        {recipients.flatMap(({ members }) =>
          members.map(({ personId, name, categories: codes }) => (
            <CheckField
              key={personId}
              name="personIds"
              value={personId}
              defaultChecked={ticked.includes(personId)}
              label={[name, words(codes)].filter(Boolean).join(' · ')}
            />
          )),
        )}
      </fieldset>
      <fieldset>
        <legend className="font-medium">{t('households')}</legend>
        {recipients.map(({ householdId, headName }) => (
          <CheckField
            key={householdId}
            name="householdIds"
            value={householdId}
            defaultChecked={ticked.includes(householdId)}
            label={t('ofHousehold', { name: headName })}
          />
        ))}
      </fieldset>
      <FieldErrors id="recipients-error" errors={errors} />
    </div>
  );
}
