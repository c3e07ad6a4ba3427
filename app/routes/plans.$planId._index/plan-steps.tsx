import { Form, useNavigation } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { DomainError } from '~/domain/error';
import { useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { EnvelopeFields } from '~/ui/envelope-fields';
import { errorsAt, type RefusedAnswer } from '~/ui/form-answer';
import { FormActions } from '~/ui/form-layout';
import { namedField } from '~/ui/named-field';
import { TextAreaField } from '~/ui/text-area-field';
import { typedAt } from '~/ui/typed-values';
import type { LoadedPlan } from './load-plan.server';

interface PlanStepsProps extends Pick<LoadedPlan, 'steps' | 'membershipId' | 'formKey' | 'moved'> {
  version: number;
  /** Nothing can be decided while the plan is being solved. */
  open: boolean;
  answer: RefusedAnswer | undefined;
}

/** What may be done with the plan next; a step that its status rules out is not offered. */
export function PlanSteps(props: PlanStepsProps) {
  const { steps, open, moved } = props;
  const t = useText('plans');
  const offered = (refused: DomainError | null | undefined) =>
    refused !== undefined && refused?.code !== 'record.status';
  if (open) return null;
  return (
    <>
      {offered(steps.submit) && (
        <Card title={t('submitTitle')}>
          <p className="text-ink-soft">{t('submitHint')}</p>
          <StepForm {...props} intent="submit" refused={steps.submit}>
            {t('submit')}
          </StepForm>
          <StepForm {...props} intent="solve" refused={steps.change} kind="secondary">
            {t('solveAnew')}
          </StepForm>
        </Card>
      )}
      {offered(steps.approve) && (
        <Card title={t('decideTitle')}>
          <p className="text-ink-soft">{t('decideHint')}</p>
          <StepForm {...props} intent="approve" refused={steps.approve}>
            {t('approve')}
          </StepForm>
          <StepForm {...props} intent="reject" refused={steps.reject} kind="secondary" withReason>
            {t('reject')}
          </StepForm>
        </Card>
      )}
      {offered(steps.apply) && moved.length === 0 && (
        <Card title={t('applyTitle')}>
          <p className="text-ink-soft">{t('applyHint')}</p>
          <StepForm {...props} intent="apply" refused={steps.apply}>
            {t('apply')}
          </StepForm>
        </Card>
      )}
      {offered(steps.renew) && (
        <Card title={t('renewTitle')}>
          <p className="text-ink-soft">{t('renewHint')}</p>
          <StepForm
            {...props}
            intent="renew"
            refused={steps.renew}
            kind={moved.length > 0 ? 'primary' : 'secondary'}
          >
            {t('renew')}
          </StepForm>
        </Card>
      )}
    </>
  );
}

interface StepFormProps extends PlanStepsProps {
  intent: string;
  refused: DomainError | null | undefined;
  kind?: 'primary' | 'secondary';
  withReason?: boolean;
  children: ReactNode;
}

function StepForm({ intent, refused, kind, withReason, children, ...props }: StepFormProps) {
  const t = useText('plans');
  const busy = useNavigation().state === 'submitting';
  const { membershipId, formKey, version, answer } = props;
  return (
    <Form method="post" noValidate className="space-y-4">
      <EnvelopeFields {...{ membershipId, formKey, version, intent }} />
      {withReason && (
        <TextAreaField
          field={namedField('reason', errorsAt(answer, 'reason'))}
          label={t('rejectReason')}
          required
          rows={2}
          maxLength={500}
          defaultValue={typedAt(answer, 'reason')}
        />
      )}
      <FormActions>
        <Button kind={kind} refusal={refused ?? undefined} busy={busy}>
          {children}
        </Button>
      </FormActions>
    </Form>
  );
}
