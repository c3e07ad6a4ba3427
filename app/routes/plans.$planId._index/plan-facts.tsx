import { Link } from '@remix-run/react';
import type { PlanChoices } from '~/domain/allocation-plan';
import { formatNumber, formatShare } from '~/i18n/format';
import { useLanguage, useText } from '~/i18n/text';
import { paths } from '~/paths';
import { Card } from '~/ui/card';
import { InstantText } from '~/ui/date-text';
import { FactList } from '~/ui/fact-list';
import type { LoadedPlan } from './load-plan.server';

/** What the plan is about and who drafted it. */
export function PlanFacts({ plan, solved }: Pick<LoadedPlan, 'plan' | 'solved'>) {
  const t = useText('plans');
  const facts = [
    { label: t('planFor'), value: plan.divisionName },
    ...(plan.campaignName ? [{ label: t('campaign'), value: plan.campaignName }] : []),
    {
      label: t('draftedBy'),
      value: [plan.organisationName, plan.draftedByName].filter(Boolean).join(' · '),
    },
    { label: t('draftedAt'), value: <InstantText at={plan.createdAt} /> },
    ...(solved ? [{ label: t('snapshotAt'), value: <InstantText at={solved.takenAt} /> }] : []),
    ...(solved ? [{ label: t('needsCount'), value: solved.needCount }] : []),
    ...(plan.decisionReason ? [{ label: t('rejectReason'), value: plan.decisionReason }] : []),
    ...(plan.renewsPlanId
      ? [
          {
            label: t('renews'),
            value: <PlanLink id={plan.renewsPlanId}>{t('formerPlan')}</PlanLink>,
          },
        ]
      : []),
    ...(plan.renewedBy
      ? [
          {
            label: t('renewedBy'),
            value: <PlanLink id={plan.renewedBy}>{t('newerPlan')}</PlanLink>,
          },
        ]
      : []),
  ];
  return (
    <Card title={t('facts')}>
      <FactList facts={facts} />
    </Card>
  );
}

function PlanLink({ id, children }: { id: string; children: string }) {
  return (
    <Link to={paths.plan(id)} className="underline underline-offset-4">
      {children}
    </Link>
  );
}

/** Every weight the plan was solved with, for all to see. */
export function PlanWeightsCard({ choices }: { choices: PlanChoices }) {
  const t = useText('plans');
  const language = useLanguage();
  const number = (value: number) => formatNumber(language, value, 4);
  const share = (value: number) => formatShare(language, value);
  const { urgencyWeights, groupWeights, segments } = choices;
  const comma = language === 'en' ? ', ' : '，';
  const listed = (weights: [string, number][]) =>
    weights.map(([name, weight]) => `${name} ${number(weight)}`).join(comma);
  const facts = [
    { label: t('floor'), value: share(choices.floorShare) },
    { label: t('lambda'), value: number(choices.lambda) },
    {
      label: t('urgencyWeights'),
      value: listed([
        [t('urgencyNormal'), urgencyWeights.normal],
        [t('urgencyUrgent'), urgencyWeights.urgent],
        [t('urgencyCritical'), urgencyWeights.critical],
      ]),
    },
    {
      label: t('groupWeights'),
      value: listed([
        [t('groupChildren'), groupWeights.children],
        [t('groupElderly'), groupWeights.elderly],
        [t('groupWomen'), groupWeights.women],
      ]),
    },
    {
      label: t('segments'),
      value: segments.map(({ upTo, worth }) => `${share(upTo)} × ${number(worth)}`).join(comma),
    },
    { label: t('substitutionCost'), value: share(choices.substitutionCost) },
    { label: t('minLife'), value: t('days', { count: choices.minLifeDays }) },
    { label: t('roadFactor'), value: number(choices.roadFactor) },
    ...(choices.closedRoads.length > 0
      ? [
          {
            label: t('closedRoads'),
            value: t('closedRoadCount', { count: choices.closedRoads.length }),
          },
        ]
      : []),
  ];
  return (
    <Card title={t('weights')}>
      <FactList facts={facts} />
    </Card>
  );
}
