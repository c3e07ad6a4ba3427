import { Form, useNavigation } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { DomainError } from '~/domain/error';
import { useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { EnvelopeFields } from '~/ui/envelope-fields';
import { errorsAt, type RefusedAnswer } from '~/ui/form-answer';
import { FormActions } from '~/ui/form-layout';
import { TextAreaField } from '~/ui/text-area-field';

type Step = 'submit' | 'withdraw' | 'return' | 'close';

interface StepFormsProps {
  request: { version: number; status: string };
  /** Steps of the reader's role; null: may be taken, else why not. */
  steps: Partial<Record<Step, DomainError | null | undefined>>;
  membershipId: string;
  formKey: string;
  answer: RefusedAnswer | undefined;
}

/** What may be done with the request next; a step that its status rules out is not offered. */
export function StepForms(props: StepFormsProps) {
  const t = useText('requests');
  const open = (step: Step) => {
    const refused = props.steps[step];
    return refused !== undefined && refused?.code !== 'record.status';
  };
  return (
    <>
      {open('submit') && (
        <StepForm {...props} step="submit">
          <p className="text-sm text-ink-soft">{t('submitHint')}</p>
        </StepForm>
      )}
      {open('return') && <StepForm {...props} step="return" reason="required" />}
      {open('withdraw') && <StepForm {...props} step="withdraw" />}
      {open('close') && <StepForm {...props} step="close" reason="optional" />}
    </>
  );
}

interface StepFormProps extends StepFormsProps {
  step: Step;
  reason?: 'required' | 'optional';
  children?: ReactNode;
}

function StepForm({ step, reason, children, ...props }: StepFormProps) {
  const t = useText('requests');
  const busy = useNavigation().state === 'submitting';
  const typed = props.answer?.lastResult?.initialValue as
    Record<string, string | undefined> | undefined;
  const words = {
    submit: t('submit'),
    withdraw: t('withdraw'),
    return: t('return'),
    close: t('closeRequest'),
  };
  const hints = { return: t('returnHint'), close: t('closeHint') };
  const form = (
    <Form method="post" className="space-y-4" noValidate>
      <EnvelopeFields
        membershipId={props.membershipId}
        formKey={props.formKey}
        version={props.request.version}
        intent={step}
      />
      {(step === 'return' || step === 'close') && (
        <TextAreaField
          field={{
            id: reason === 'required' ? 'reason' : `${step}-reason`,
            name: 'reason',
            errorId: `${step}-reason-error`,
            descriptionId: `${step}-reason-hint`,
            errors: typed?.['_intent'] === step ? errorsAt(props.answer, 'reason') : undefined,
          }}
          label={t('reason')}
          hint={hints[step]}
          required={reason === 'required'}
          rows={2}
          maxLength={500}
          defaultValue={typed?.['_intent'] === step ? typed['reason'] : undefined}
        />
      )}
      <FormActions>
        <Button
          kind={step === 'submit' ? 'primary' : 'secondary'}
          refusal={props.steps[step] ?? undefined}
          busy={busy}
        >
          {words[step]}
        </Button>
      </FormActions>
      {children}
    </Form>
  );
  return reason ? <Card title={words[step]}>{form}</Card> : form;
}
