import { closeReasons, declineReasons, withdrawReasons } from '~/domain/donation';
import { reopenReasons } from '~/domain/donation-reopening';
import { useText } from '~/i18n/text';
import { Card } from '~/ui/card';
import { FactList } from '~/ui/fact-list';
import { problemsOf, type RefusedAnswer } from '~/ui/form-answer';
import { FormErrorSummary } from '~/ui/form-error-summary';
import { HistoryCard } from '~/ui/history-list';
import { AcceptForm } from './accept-form';
import type { DonationPageData } from './donation-page.server';
import { ReasonForm } from './reason-form';
import { ReopenCard } from './reopen-card';

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
      <ReopenCard page={page} answer={answer} />
      <FactsCard page={page} />
      <HistoryCard entries={page.history} />
    </>
  );
}

function FactsCard({ page }: { page: DonationPageData }) {
  const t = useText('donations');
  const { donation } = page;
  const words: Record<string, string> = {
    ...Object.fromEntries(declineReasons.map((one) => [one, t(`decline.${one}`)])),
    ...(donation.status === 'withdrawn' &&
      Object.fromEntries(withdrawReasons.map((one) => [one, t(`withdrawal.${one}`)]))),
    // An accepted donation has a reason of its own only since it was reopened.
    ...(donation.status === 'accepted' &&
      Object.fromEntries(reopenReasons.map((one) => [one, t(`reopenReason.${one}`)]))),
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
      ? [
          {
            label: donation.status === 'accepted' ? t('reopenedBecause') : t('reason'),
            value: words[donation.decisionReason] ?? donation.decisionReason,
          },
        ]
      : []),
    ...(donation.decisionNote ? [{ label: t('note'), value: donation.decisionNote }] : []),
  ];
  return (
    <Card title={t('facts')}>
      <FactList facts={facts} />
    </Card>
  );
}
