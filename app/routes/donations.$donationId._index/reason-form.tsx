import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { EnvelopeFields } from '~/ui/envelope-fields';
import { errorsAt, type RefusedAnswer } from '~/ui/form-answer';
import { SelectField } from '~/ui/select-field';
import { TextAreaField } from '~/ui/text-area-field';
import { typedAt } from '~/ui/typed-values';
import type { DonationPageData, Step } from './donation-page.server';

interface Props {
  page: DonationPageData;
  answer: RefusedAnswer | undefined;
  intent: string;
  step: Step;
  words: string;
  button: string;
  reasons: { value: string; label: string }[];
  /** What comes of it, above the fields. */
  children?: ReactNode;
}

/** A step back, an end, or its undoing: folded, with its reason. */
export function ReasonForm({
  page,
  answer,
  intent,
  step,
  words,
  button,
  reasons,
  children,
}: Props) {
  const t = useText('donations');
  const sent = typedAt(answer, '_intent') === intent;
  const typed = (name: string) => (sent ? typedAt(answer, name) : undefined);
  return (
    <details open={sent}>
      <summary className="inline-flex min-h-11 cursor-pointer items-center font-medium underline underline-offset-4">
        {words}
      </summary>
      <Form method="post" className="space-y-4 pt-2">
        <EnvelopeFields
          membershipId={page.membershipId}
          formKey={page.formKey}
          version={page.donation.version}
          intent={intent}
        />
        {children}
        <SelectField
          name="reason"
          label={t('reason')}
          required
          options={reasons}
          defaultValue={typed('reason')}
          errors={sent ? errorsAt(answer, 'reason') : undefined}
        />
        <TextAreaField
          name="note"
          label={t('note')}
          hint={t('noteHint')}
          defaultValue={typed('note')}
        />
        <Button kind="secondary" refusal={step.refusal}>
          {button}
        </Button>
      </Form>
    </details>
  );
}
