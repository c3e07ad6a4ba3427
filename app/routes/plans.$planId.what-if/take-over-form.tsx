import { Form, useNavigation } from '@remix-run/react';
import type { DomainError } from '~/domain/error';
import { useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { EnvelopeFields } from '~/ui/envelope-fields';
import { errorsAt, type RefusedAnswer } from '~/ui/form-answer';
import { FormActions } from '~/ui/form-layout';
import { namedField } from '~/ui/named-field';
import { TextField } from '~/ui/text-field';
import { typedAt } from '~/ui/typed-values';

interface TakeOverFormProps {
  jobId: string;
  withExtra: boolean;
  refused: DomainError | null;
  version: number;
  membershipId: string;
  formKey: string;
  answer: RefusedAnswer | undefined;
}

/** Makes what was tried out the plan's own. */
export function TakeOverForm(props: TakeOverFormProps) {
  const { jobId, withExtra, refused, version, membershipId, formKey, answer } = props;
  const t = useText('plans');
  const busy = useNavigation().state === 'submitting';
  return (
    <Card title={t('takeOverTitle')}>
      <p className="max-w-prose text-ink-soft">
        {t('takeOverLead')} {withExtra && t('takeOverNoExtra')}
      </p>
      <Form method="post" noValidate className="space-y-4">
        <EnvelopeFields {...{ membershipId, formKey, version }} intent="take_over" />
        <input type="hidden" name="jobId" value={jobId} />
        <TextField
          field={namedField('reason', errorsAt(answer, 'reason'))}
          label={t('reason')}
          required
          maxLength={500}
          defaultValue={typedAt(answer, 'reason')}
        />
        <FormActions>
          <Button kind="secondary" refusal={refused ?? undefined} busy={busy}>
            {t('takeOver')}
          </Button>
        </FormActions>
      </Form>
    </Card>
  );
}
