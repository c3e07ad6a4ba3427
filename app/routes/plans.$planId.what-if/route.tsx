import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { idParam } from '~/server/params.server';
import type { RefusedAnswer } from '~/ui/form-answer';
import { GivenTable } from '~/ui/given-table';
import { Notice } from '~/ui/notice';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { PlanFiguresTable } from '~/ui/plan-figures';
import { SolvingNotice } from '../plans.$planId._index/solving-notice';
import { askPosted } from './ask-posted.server';
import { loadWhatIf } from './load-what-if.server';
import { TakeOverForm } from './take-over-form';
import { WhatIfForm } from './what-if-form';

export const handle = pageTitle('plans', 'whatIfTitle');

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const jobId = new URL(request.url).searchParams.get('job');
  return loadWhatIf(context.env, actor, idParam(params, 'planId'), jobId);
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  return askPosted(request, context.env, actor, idParam(params, 'planId'));
}

export default function WhatIfPage() {
  const t = useText('plans');
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData() as RefusedAnswer | undefined;
  const { plan, solved, asked, rows, takeOver, membershipId, formKey } = loaded;
  const result = asked?.result;
  return (
    <Page
      title={t('whatIfTitle')}
      lead={t('whatIfLead')}
      crumbs={[
        { label: t('title'), to: paths.plans },
        { label: t('thisPlan'), to: paths.plan(plan.id) },
      ]}
    >
      {asked && <SolvingNotice solving={asked} mayCancel {...{ membershipId, formKey }} />}
      {asked?.outdated && (
        <Notice tone="waiting" title={t('whatIfOutdated')}>
          <p>{t('whatIfOutdatedHint')}</p>
        </Notice>
      )}
      {solved && result && !asked.outdated && (
        <>
          <PlanFiguresTable
            caption={t('whatIfResult')}
            columns={[
              { key: 'plan', header: t('asPlanned'), ...solved },
              { key: 'asked', header: t('asAsked'), ...result },
            ]}
          />
          <GivenTable
            caption={`${t('differentNeeds')}${asked.total > 0 ? ` · ${asked.total}` : ''}`}
            rows={rows}
            headers={[t('asPlanned'), t('asAsked')]}
            empty={t('nothingDiffers')}
          />
        </>
      )}
      {result &&
        !asked.outdated &&
        takeOver !== undefined &&
        takeOver?.code !== 'record.status' && (
          <TakeOverForm
            jobId={asked.id}
            withExtra={asked.withExtra}
            refused={takeOver}
            version={plan.version}
            {...{ membershipId, formKey, answer }}
          />
        )}
      <WhatIfForm {...loaded} answer={answer} />
    </Page>
  );
}
