import { useText } from '~/i18n/text';
import { Badge } from '~/ui/badge';
import { Card } from '~/ui/card';
import { DayText, InstantText } from '~/ui/date-text';
import { FactList, type Fact } from '~/ui/fact-list';
import type { FoundRequest } from '~db/queries/requests.server';
import { urgencyTones, useRequestLabels } from '../requests.new/request-labels';

type Shown = Pick<
  FoundRequest,
  | 'programmeName'
  | 'group'
  | 'organisationName'
  | 'campaignName'
  | 'headCount'
  | 'needBy'
  | 'urgency'
  | 'urgencyReason'
  | 'decisionReason'
  | 'submittedByName'
  | 'createdAt'
>;

export function RequestFacts({ request }: { request: Shown }) {
  const t = useText('requests');
  const words = useRequestLabels();
  const facts: Fact[] = [
    { label: t('organisation'), value: request.organisationName },
    { label: t('programme'), value: `${request.programmeName}（${words.group(request.group)}）` },
    { label: t('headCount'), value: `${request.headCount} ${t('people')}` },
    { label: t('needBy'), value: <DayText day={request.needBy} /> },
    {
      label: t('urgency'),
      value: <Badge tone={urgencyTones[request.urgency]}>{words.urgency(request.urgency)}</Badge>,
    },
  ];
  const optional: [string, string | null][] = [
    [t('urgencyReason'), request.urgencyReason],
    [t('campaign'), request.campaignName],
    [t('submittedBy'), request.submittedByName],
    [t('decisionReason'), request.decisionReason],
  ];
  for (const [label, value] of optional) if (value) facts.push({ label, value });
  facts.push({
    label: t('createdAt'),
    value: <InstantText at={request.createdAt} style="short" />,
  });
  return (
    <Card title={t('facts')}>
      <FactList facts={facts} />
    </Card>
  );
}
