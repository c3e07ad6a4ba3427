import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import {
  useActionData,
  useLoaderData,
  useSearchParams,
  type ShouldRevalidateFunction,
} from '@remix-run/react';
import { Columns2, FlaskConical, Truck } from 'lucide-react';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { idParam } from '~/server/params.server';
import type { RefusedAnswer } from '~/ui/form-answer';
import { problemsOf } from '~/ui/form-answer';
import { FormErrorSummary } from '~/ui/form-error-summary';
import { HistoryCard } from '~/ui/history-list';
import { LinkButton } from '~/ui/link-button';
import { Notice } from '~/ui/notice';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { PlanFiguresTable } from '~/ui/plan-figures';
import { StatusBadge } from '~/ui/status-badge';
import { ChangeList } from './change-list';
import { FairnessPrice } from './fairness-price';
import { FillTables } from './fill-tables';
import { LeftOutNotice } from './left-out-notice';
import { loadPlan } from './load-plan.server';
import { MovedNotice } from './moved-notice';
import { NeedTable } from './need-table';
import { planAction } from './plan-action.server';
import { PlanFacts, PlanWeightsCard } from './plan-facts';
import { PlanSteps } from './plan-steps';
import { SolvingNotice } from './solving-notice';

export const handle = pageTitle('plans', 'planTitle');

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const search = new URL(request.url).searchParams;
  return loadPlan(context.env, actor, idParam(params, 'planId'), search);
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  return planAction(request, { env: context.env, actor, planId: idParam(params, 'planId') });
}

/** A refusal is read anew as well: what has moved since the page was drawn is what it is refused for. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  actionStatus,
  defaultShouldRevalidate,
}) => actionStatus !== undefined || defaultShouldRevalidate;

export default function PlanPage() {
  const t = useText('plans');
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData() as RefusedAnswer | undefined;
  const { plan, solving, open, solved, alternatives, steps, isShare } = loaded;
  const { membershipId, formKey } = loaded;
  const mayChange = steps.change === null && !open;
  const sender = { membershipId, formKey, version: plan.version };
  return (
    <Page
      title={`${t('planTitle')} · ${plan.divisionName}`}
      badge={<StatusBadge status={`allocation_plan.${plan.status}`} />}
      lead={t(isShare ? 'shareLead' : 'planLead')}
      crumbs={[{ label: t('title'), to: paths.plans }]}
      action={solved && !isShare && <PlanLinks planId={plan.id} />}
    >
      <DoneNotice show={answer === undefined} />
      <FormErrorSummary problems={problemsOf(answer, (name) => fieldWords(t)[name])} />
      {solving && (
        <SolvingNotice
          solving={solving}
          mayCancel={steps.change !== undefined}
          {...{ membershipId, formKey }}
        />
      )}
      <MovedNotice moved={loaded.moved} needs={loaded.needs} />
      <LeftOutNotice leftOut={loaded.leftOut} needs={loaded.needs} />
      {solved && (
        <>
          <PlanFiguresTable
            caption={t('figures')}
            withBefore
            columns={[
              {
                key: 'plan',
                header: t('after'),
                figures: solved.figures,
                level: solved.level,
                least: solved.least,
              },
            ]}
          />
          {!isShare && (
            <FairnessPrice
              planId={plan.id}
              alternatives={alternatives}
              chosenId={plan.solutionId}
              mayChoose={mayChange}
              {...sender}
            />
          )}
          <ChangeList
            changes={loaded.changes}
            needs={loaded.needs}
            leftOut={loaded.leftOut}
            changedFrom={loaded.changedFrom}
            mayChange={mayChange}
            {...sender}
          />
          <NeedTable
            planId={plan.id}
            solved={solved}
            mayChange={mayChange}
            answer={answer}
            {...sender}
          />
          <FillTables solved={solved} />
        </>
      )}
      <PlanSteps {...loaded} version={plan.version} answer={answer} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <PlanFacts plan={isShare ? { ...plan, renewedBy: null } : plan} solved={solved} />
        <PlanWeightsCard choices={plan.choices} />
        <HistoryCard entries={loaded.history} />
      </div>
    </Page>
  );
}

function PlanLinks({ planId }: { planId: string }) {
  const t = useText('plans');
  return (
    <>
      <LinkButton kind="secondary" icon={Columns2} to={paths.comparePlan(planId)}>
        {t('compareTitle')}
      </LinkButton>
      <LinkButton kind="secondary" icon={FlaskConical} to={paths.whatIf(planId)}>
        {t('whatIfTitle')}
      </LinkButton>
      <LinkButton kind="secondary" icon={Truck} to={paths.planTrips(planId)}>
        {t('tripsTitle')}
      </LinkButton>
    </>
  );
}

const doneTexts = {
  submit: 'doneSubmit',
  approve: 'doneApprove',
  reject: 'doneReject',
  apply: 'doneApply',
  renew: 'doneRenew',
  choose: 'doneChoose',
} as const;

function DoneNotice({ show }: { show: boolean }) {
  const t = useText('plans');
  const [search] = useSearchParams();
  const done = search.get('done') ?? '';
  if (!show || !isDone(done)) return null;
  return <Notice tone="done">{t(doneTexts[done])}</Notice>;
}

function isDone(value: string): value is keyof typeof doneTexts {
  return Object.hasOwn(doneTexts, value);
}

function fieldWords(t: ReturnType<typeof useText<'plans'>>): Record<string, string> {
  return { reason: t('reason'), quantity: t('quantity'), kind: t('whatToDo') };
}
