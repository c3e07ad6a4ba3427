import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import { Pencil } from 'lucide-react';
import { refusal, roleMay } from '~/domain/policy';
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
import { StatusBadge } from '~/ui/status-badge';
import { loadRequest } from './load-request.server';
import { AllocationList } from './allocation-list';
import { ApproveForm } from './approve-form';
import { LineFigures } from './line-figures';
import { RequestFacts } from './request-facts';
import { requestAction } from './request-action.server';
import { StepForms } from './step-forms';
import { ToldReasonsCard } from './told-reasons';

export const handle = pageTitle('requests', 'showTitle');

const steps = ['amend', 'submit', 'withdraw', 'approve', 'return', 'close'] as const;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { env } = context;
  const loaded = await loadRequest(env, actor, idParam(params, 'requestId'));
  const { request: shown } = loaded;
  const record = {
    status: shown.status,
    organisationId: shown.organisationId,
    divisionCode: shown.divisionCode,
    doneBy: shown.submittedByUserId ? [shown.submittedByUserId] : [],
  };
  return {
    ...loaded,
    /** Steps that the reader's role takes at all, each with why not now. */
    steps: Object.fromEntries(
      steps.flatMap((step) =>
        roleMay(`request.${step}`, actor.role)
          ? [[step, refusal(`request.${step}`, actor, record) ?? null]]
          : [],
      ),
    ) as Partial<Record<(typeof steps)[number], ReturnType<typeof refusal> | null>>,
    mayAllocate: refusal('allocation.make', actor, record) === undefined,
    membershipId: actor.membershipId,
    formKey: env.newId(),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const requestId = idParam(params, 'requestId');
  return requestAction({ env: context.env, actor, request, requestId }, (done) =>
    redirect(`${paths.request(requestId)}?done=${done}`),
  );
}

export default function RequestPage() {
  const t = useText('requests');
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData() as RefusedAnswer | undefined;
  const [search] = useSearchParams();
  const { request, steps } = loaded;
  const done = doneTexts[search.get('done') ?? ''];
  // The figures of a decided request need the page's whole width.
  const decided = request.status === 'approved' || request.status === 'closed';
  const deciding = steps.approve !== undefined && request.status === 'submitted';
  return (
    <Page
      title={`${request.placeName} · ${request.programmeName}`}
      badge={<StatusBadge status={`request.${request.status}`} />}
      lead={[request.townshipName, request.countyName].filter(Boolean).join('，')}
      crumbs={[{ label: t('listTitle'), to: paths.requests }]}
      action={
        steps.amend === null && (
          <LinkButton kind="secondary" icon={Pencil} to={paths.editRequest(request.id)}>
            {t('amend')}
          </LinkButton>
        )
      }
      aside={
        decided ? undefined : (
          <>
            <RequestFacts request={request} />
            <HistoryCard entries={loaded.history} />
          </>
        )
      }
    >
      {done && !answer && <Notice tone="done">{t(done)}</Notice>}
      <FormErrorSummary
        problems={problemsOf(answer, (name) => (name === 'reason' ? t('reason') : undefined))}
      />
      {deciding ? <ApproveForm {...loaded} answer={answer} /> : <LineFigures {...loaded} />}
      <ToldReasonsCard {...loaded} />
      {decided && <RequestFacts request={request} />}
      <AllocationList allocations={request.allocations} />
      <StepForms {...loaded} answer={answer} />
      {decided && <HistoryCard entries={loaded.history} />}
    </Page>
  );
}

const doneTexts: Partial<
  Record<
    string,
    'doneSaved' | 'doneSubmitted' | 'doneDecided' | 'doneWithdrawn' | 'doneReturned' | 'doneClosed'
  >
> = {
  saved: 'doneSaved',
  submitted: 'doneSubmitted',
  approved: 'doneDecided',
  withdrawn: 'doneWithdrawn',
  returned: 'doneReturned',
  closed: 'doneClosed',
};
