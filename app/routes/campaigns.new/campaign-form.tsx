import { Form } from '@remix-run/react';
import { useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { DateField } from '~/ui/date-field';
import { EnvelopeFields, type EnvelopeProps } from '~/ui/envelope-fields';
import { errorsAt, problemsOf, type RefusedAnswer } from '~/ui/form-answer';
import { FormErrorSummary } from '~/ui/form-error-summary';
import { FieldGrid, FormActions } from '~/ui/form-layout';
import { namedField } from '~/ui/named-field';
import { SelectField } from '~/ui/select-field';
import { TextField } from '~/ui/text-field';
import { typedAt } from '~/ui/typed-values';

interface CampaignFormProps {
  envelope: EnvelopeProps;
  answer: RefusedAnswer | undefined;
  defaults: { name?: string; startsOn: string; endsOn?: string | null };
  /** Whom it may be for; left out where that is settled. */
  divisions?: { code: string; name: string }[];
  button: string;
}

export function CampaignForm(props: CampaignFormProps) {
  const { envelope, answer, defaults, divisions, button } = props;
  const t = useText('donations');
  const labels: Record<string, string> = {
    name: t('campaignName'),
    divisionCode: t('campaignFor'),
    startsOn: t('startsOn'),
    endsOn: t('endsOn'),
  };
  const of = (name: string, before?: string | null) => ({
    field: namedField(name, errorsAt(answer, name)),
    label: labels[name] ?? '',
    defaultValue: answer ? typedAt(answer, name) : (before ?? undefined),
  });
  return (
    <Card>
      <Form method="post" noValidate className="space-y-5">
        <EnvelopeFields {...envelope} />
        <FormErrorSummary problems={problemsOf(answer, (name) => labels[name])} />
        <FieldGrid>
          <TextField {...of('name', defaults.name)} required maxLength={60} />
          {divisions && (
            <SelectField
              {...of('divisionCode')}
              required
              options={divisions.map(({ code, name }) => ({ value: code, label: name }))}
            />
          )}
          <DateField {...of('startsOn', defaults.startsOn)} required />
          <DateField {...of('endsOn', defaults.endsOn)} hint={t('endsOnHint')} />
        </FieldGrid>
        <FormActions>
          <Button>{button}</Button>
        </FormActions>
      </Form>
    </Card>
  );
}
