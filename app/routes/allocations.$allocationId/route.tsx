import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import { refusal, roleMay } from '~/domain/policy';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { idParam } from '~/server/params.server';
import { Card } from '~/ui/card';
import { InstantText } from '~/ui/date-text';
import { FactList } from '~/ui/fact-list';
import type { RefusedAnswer } from '~/ui/form-answer';
import { HistoryCard } from '~/ui/history-list';
import { Notice } from '~/ui/notice';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { StatusBadge } from '~/ui/status-badge';
import { AllocationLines } from './allocation-lines';
import { loadAllocation } from './load-allocation.server';
import { ReleaseForm } from './release-form';
import { releasePosted } from './release-posted.server';
import { toRelease } from './to-release';

export const handle = pageTitle('desk', 'allocationTitle');

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { env } = context;
  const loaded = await loadAllocation(env, actor, idParam(params, 'allocationId'));
  const { status, divisionCode } = loaded.allocation;
  return {
    ...loaded,
    release: roleMay('allocation.release', actor.role)
      ? (refusal('allocation.release', actor, { status, divisionCode }) ?? null)
      : undefined,
    membershipId: actor.membershipId,
    formKey: env.newId(),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const allocationId = idParam(params, 'allocationId');
  return releasePosted(request, actor, context.env, allocationId);
}

export default function AllocationPage() {
  const t = useText('desk');
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData() as RefusedAnswer | undefined;
  const [search] = useSearchParams();
  const { allocation, lines, release } = loaded;
  const done = search.get('done');
  const facts = [
    { label: t('forWhom'), value: `${allocation.placeName} · ${allocation.programmeName}` },
    { label: t('allocatedBy'), value: allocation.organisationName },
    ...(allocation.allocatedByName
      ? [{ label: t('decidedBy'), value: allocation.allocatedByName }]
      : []),
    { label: t('allocatedAt'), value: <InstantText at={allocation.createdAt} /> },
    ...(allocation.reason ? [{ label: t('releaseReason'), value: allocation.reason }] : []),
  ];
  return (
    <Page
      title={t('allocationTitle')}
      badge={<StatusBadge status={`allocation.${allocation.status}`} />}
      crumbs={[
        {
          label: `${allocation.placeName} · ${allocation.programmeName}`,
          to: paths.request(allocation.requestId),
        },
      ]}
      aside={
        <>
          <Card title={t('facts')}>
            <FactList facts={facts} />
          </Card>
          <HistoryCard entries={loaded.history} />
        </>
      }
    >
      {!answer && done === 'made' && <Notice tone="done">{t('doneMade')}</Notice>}
      {!answer && done === 'released' && <Notice tone="done">{t('doneReleased')}</Notice>}
      <AllocationLines {...loaded} />
      {release !== undefined && toRelease(lines, loaded.items).length > 0 && (
        <ReleaseForm {...loaded} refused={release ?? undefined} answer={answer} />
      )}
    </Page>
  );
}
