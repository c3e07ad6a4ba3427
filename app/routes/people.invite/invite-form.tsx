import { useForm } from '@conform-to/react';
import { Form } from '@remix-run/react';
import type { z } from 'zod';
import { rolesFor } from '~/domain/account';
import { roles } from '~/domain/actor';
import type { inviteSchema } from '~/domain/invite-form';
import type { OrganisationKind } from '~/domain/organisation';
import { useErrorText } from '~/i18n/error-text';
import { useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { DivisionField } from '~/ui/division-field';
import { EnvelopeFields } from '~/ui/envelope-fields';
import { FieldGrid, FormActions, WideField } from '~/ui/form-layout';
import { FormErrorSummary } from '~/ui/form-error-summary';
import { formProblems } from '~/ui/form-problems';
import { useKindName } from '~/ui/organisation-words';
import { SelectField } from '~/ui/select-field';
import { TextField } from '~/ui/text-field';
import type { InviteAnswer } from './invite-posted.server';

interface InviteFormProps {
  organisations: readonly { organisationId: string; name: string; kind: OrganisationKind }[];
  membershipId: string;
  formKey: string;
  answer: InviteAnswer | undefined;
}

export function InviteForm({ organisations, membershipId, formKey, answer }: InviteFormProps) {
  const t = useText('auth');
  const kindName = useKindName();
  const roleName = useText('roles');
  const errorText = useErrorText();
  const [form, fields] = useForm<z.input<typeof inviteSchema>>({
    lastResult: answer?.lastResult ?? null,
  });
  const labels = {
    organisationId: t('inviteOrganisation'),
    role: t('inviteRole'),
    division: t('inviteDivision'),
    displayName: t('inviteName'),
    phone: t('invitePhone'),
  };
  const kinds = [...new Set(organisations.map(({ kind }) => kind))];
  const possible = roles.filter((role) => kinds.some((kind) => rolesFor(kind).includes(role)));
  const whole = answer?.error && !answer.error.field ? [{ error: errorText(answer.error) }] : [];
  return (
    <Form method="post" id={form.id} noValidate className="space-y-6">
      <EnvelopeFields membershipId={membershipId} formKey={formKey} />
      <FormErrorSummary problems={[...whole, ...formProblems(form, fields, labels)]} />
      <Card>
        <FieldGrid>
          <SelectField
            field={fields.organisationId}
            label={labels.organisationId}
            required
            options={organisations.map(({ organisationId, name, kind }) => ({
              value: organisationId,
              label: name,
              group: kindName(kind),
            }))}
          />
          <SelectField
            field={fields.role}
            label={labels.role}
            required
            options={possible.map((value) => ({ value, label: roleName(value) }))}
          />
          <WideField>
            <DivisionField
              field={fields.division}
              label={labels.division}
              hint={t('inviteDivisionHint')}
              offers={answer?.divisions?.division}
            />
          </WideField>
          <TextField field={fields.displayName} label={labels.displayName} />
          <TextField field={fields.phone} type="tel" label={labels.phone} />
        </FieldGrid>
      </Card>
      <FormActions>
        <Button>{t('inviteSend')}</Button>
      </FormActions>
    </Form>
  );
}
