import { Form } from '@remix-run/react';
import { closeReasons, declineReasons, withdrawReasons } from '~/domain/donation';
import { useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { EnvelopeFields } from '~/ui/envelope-fields';
import { FactList } from '~/ui/fact-list';
import { errorsAt, problemsOf, type RefusedAnswer } from '~/ui/form-answer';
import { FormErrorSummary } from '~/ui/form-error-summary';
import { HistoryCard } from '~/ui/history-list';
import { SelectField } from '~/ui/select-field';
import { TextAreaField } from '~/ui/text-area-field';
import { typedAt } from '~/ui/typed-values';
import { AcceptForm } from './accept-form';
import type { DonationPageData, Step } from './donation-page.server';

interface Props {
  page: DonationPageData;
  answer: RefusedAnswer | undefined;
}

export function DonationAside({ page, answer }: Props) {
  const t = useText('donations');
  const { donation, steps } = page;
  const open = donation.status === 'pledged' || donation.status === 'accepted';
  return (
    <>
      <FormErrorSummary problems={problemsOf(answer, () => t('reason'))} />
      {open && donation.status === 'pledged' && steps.accept && (
        <Card title={t('decide')}>
          <AcceptForm page={page} step={steps.accept} answer={answer} />
          {steps.decline && (
            <ReasonForm
              {...{ page, answer }}
              intent="decline"
              step={steps.decline}
              words={t('declineAll')}
              button={t('declineNow')}
              reasons={declineReasons.map((one) => ({ value: one, label: t(`decline.${one}`) }))}
            />
          )}
        </Card>
      )}
      {donation.status === 'pledged' && steps.withdraw && (
        <Card title={t('waitingForAnswer')}>
          <p className="text-sm text-ink-soft">{t('waitingForAnswerHint')}</p>
          <ReasonForm
            {...{ page, answer }}
            intent="withdraw"
            step={steps.withdraw}
            words={t('withdraw')}
            button={t('withdrawNow')}
            reasons={withdrawReasons.map((one) => ({ value: one, label: t(`withdrawal.${one}`) }))}
          />
        </Card>
      )}
      {donation.status === 'accepted' && steps.close && (
        <Card title={t('closing')}>
          <p className="text-sm text-ink-soft">{t('closingHint')}</p>
          <ReasonForm
            {...{ page, answer }}
            intent="close"
            step={steps.close}
            words={t('close')}
            button={t('closeNow')}
            reasons={closeReasons.map((one) => ({ value: one, label: t(`closeReason.${one}`) }))}
          />
        </Card>
      )}
      <FactsCard page={page} />
      <HistoryCard entries={page.history} />
    </>
  );
}

interface ReasonFormProps extends Props {
  intent: string;
  step: Step;
  words: string;
  button: string;
  reasons: { value: string; label: string }[];
}

/** A step back or an end: folded, with its reason. */
function ReasonForm({ page, answer, intent, step, words, button, reasons }: ReasonFormProps) {
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

function FactsCard({ page }: { page: DonationPageData }) {
  const t = useText('donations');
  const { donation } = page;
  const words: Record<string, string> = {
    ...Object.fromEntries(declineReasons.map((one) => [one, t(`decline.${one}`)])),
    ...(donation.status === 'withdrawn' &&
      Object.fromEntries(withdrawReasons.map((one) => [one, t(`withdrawal.${one}`)]))),
    ...(donation.status === 'closed' &&
      Object.fromEntries(closeReasons.map((one) => [one, t(`closeReason.${one}`)]))),
  };
  const facts = [
    { label: t('code'), value: <span className="font-mono">{donation.code}</span> },
    { label: t('donor'), value: donation.donorName ?? t('donorUnknown') },
    { label: t('donorNameInPublic'), value: donation.donorNameShown ? t('shown') : t('notShown') },
    { label: t('place'), value: donation.placeName },
    ...(donation.campaignName ? [{ label: t('campaign'), value: donation.campaignName }] : []),
    ...(donation.decisionReason
      ? [{ label: t('reason'), value: words[donation.decisionReason] ?? donation.decisionReason }]
      : []),
    ...(donation.decisionNote ? [{ label: t('note'), value: donation.decisionNote }] : []),
  ];
  return (
    <Card title={t('facts')}>
      <FactList facts={facts} />
    </Card>
  );
}
