import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import { Pencil } from 'lucide-react';
import { z } from 'zod';
import { closeCampaign } from '~/commands/close-campaign.server';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { parseForm, readPosted } from '~/server/form.server';
import { idParam } from '~/server/params.server';
import { respond } from '~/server/respond.server';
import { problemsOf, type RefusedAnswer } from '~/ui/form-answer';
import { FormErrorSummary } from '~/ui/form-error-summary';
import { LinkButton } from '~/ui/link-button';
import { Notice } from '~/ui/notice';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { StatusBadge } from '~/ui/status-badge';
import { CampaignAside } from './campaign-aside';
import { CampaignLists } from './campaign-lists';
import { campaignPage } from './campaign-page.server';
import { GoodsCard } from './goods-card';
import { NeedsCard } from './needs-card';

export const handle = pageTitle(
  'donations',
  'campaignTitle',
  (data: { campaign: { name: string } }) => ({ name: data.campaign.name }),
);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  return campaignPage(context.env, actor, idParam(params, 'campaignId'));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const campaignId = idParam(params, 'campaignId');
  const form = parseForm(await readPosted(request), actor, z.object({}));
  if (!form.ok) return form.answer;
  const input = { campaignId, version: form.version };
  const result = await closeCampaign(context.env, form.envelope, input);
  return respond(form, result, () => redirect(`${paths.campaign(campaignId)}?done=closed`));
}

export default function CampaignPage() {
  const t = useText('donations');
  const page = useLoaderData<typeof loader>();
  const answer = useActionData() as RefusedAnswer | undefined;
  const [search] = useSearchParams();
  const { campaign, status, steps } = page;
  const done = search.get('done');
  return (
    <Page
      title={campaign.name}
      badge={<StatusBadge status={`campaign.${status}`} />}
      lead={t('campaignsLead')}
      crumbs={[{ label: t('campaignsTitle'), to: paths.campaigns }]}
      action={
        status === 'open' &&
        steps.amend && (
          <LinkButton
            kind="secondary"
            icon={Pencil}
            to={paths.amendCampaign(campaign.id)}
            refusal={steps.amend.refusal}
          >
            {t('amendCampaign')}
          </LinkButton>
        )
      }
      aside={<CampaignAside page={page} />}
    >
      {!answer && done === 'amended' && <Notice tone="done">{t('campaignAmended')}</Notice>}
      {!answer && done === 'closed' && <Notice tone="done">{t('campaignClosed')}</Notice>}
      <FormErrorSummary problems={problemsOf(answer, () => undefined)} />
      <GoodsCard page={page} />
      <NeedsCard page={page} />
      <CampaignLists page={page} />
    </Page>
  );
}
