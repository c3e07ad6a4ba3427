import { Form } from '@remix-run/react';
import { useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { DayText } from '~/ui/date-text';
import { EnvelopeFields } from '~/ui/envelope-fields';
import { FactList } from '~/ui/fact-list';
import { HistoryCard } from '~/ui/history-list';
import type { CampaignPageData } from './campaign-page.server';

/** What it is, its end, and who did what. */
export function CampaignAside({ page }: { page: CampaignPageData }) {
  const t = useText('donations');
  const { campaign, divisionName, status, steps, history } = page;
  const { startsOn, endsOn, closedOn, organisationName } = campaign;
  return (
    <>
      <Card title={t('facts')}>
        <FactList
          facts={[
            { label: t('campaignFor'), value: divisionName },
            { label: t('campaignBy'), value: organisationName },
            { label: t('startsOn'), value: <DayText day={startsOn} /> },
            { label: t('endsOn'), value: endsOn ? <DayText day={endsOn} /> : t('noEnd') },
            ...(closedOn ? [{ label: t('closedOn'), value: <DayText day={closedOn} /> }] : []),
          ]}
        />
      </Card>
      {status === 'open' && steps.close && (
        <Card title={t('closeCampaign')}>
          <p className="text-sm text-ink-soft">{t('closeCampaignHint')}</p>
          <Form method="post">
            <EnvelopeFields
              membershipId={page.membershipId}
              formKey={page.formKey}
              version={campaign.version}
              intent="close"
            />
            <Button kind="secondary" refusal={steps.close.refusal}>
              {t('closeCampaign')}
            </Button>
          </Form>
        </Card>
      )}
      <HistoryCard entries={history} />
    </>
  );
}
