import { Form, useNavigation } from '@remix-run/react';
import type { DomainError } from '~/domain/error';
import { useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { EnvelopeFields } from '~/ui/envelope-fields';
import { errorsAt, problemsOf, type RefusedAnswer } from '~/ui/form-answer';
import { FormErrorSummary } from '~/ui/form-error-summary';
import { FormActions } from '~/ui/form-layout';
import { TextAreaField } from '~/ui/text-area-field';

interface ReleaseFormProps {
  allocation: { version: number };
  refused: DomainError | undefined;
  membershipId: string;
  formKey: string;
  answer: RefusedAnswer | undefined;
}

/** Takes back what is still reserved or promised; what is on its way goes on. */
export function ReleaseForm({ allocation, refused, answer, ...sender }: ReleaseFormProps) {
  const t = useText('desk');
  const busy = useNavigation().state === 'submitting';
  const typed = answer?.lastResult?.initialValue?.['reason'];
  return (
    <Card title={t('release')}>
      <Form method="post" className="space-y-4" noValidate>
        <EnvelopeFields
          membershipId={sender.membershipId}
          formKey={sender.formKey}
          version={allocation.version}
        />
        <FormErrorSummary problems={problemsOf(answer, () => t('releaseReason'))} />
        <TextAreaField
          field={{
            id: 'reason',
            name: 'reason',
            errorId: 'reason-error',
            descriptionId: 'reason-hint',
            errors: errorsAt(answer, 'reason'),
          }}
          label={t('releaseReason')}
          hint={t('releaseHint')}
          required
          rows={2}
          maxLength={500}
          defaultValue={typeof typed === 'string' ? typed : undefined}
        />
        <FormActions>
          <Button kind="secondary" refusal={refused} busy={busy}>
            {t('release')}
          </Button>
        </FormActions>
      </Form>
    </Card>
  );
}
