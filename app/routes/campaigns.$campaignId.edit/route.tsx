import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { amendCampaign } from '~/commands/amend-campaign.server';
import { visibleScope } from '~/domain/actor';
import { campaignAmendmentSchema, campaignStatus } from '~/domain/campaign';
import { refusal } from '~/domain/policy';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { parseForm, readPosted } from '~/server/form.server';
import { idParam } from '~/server/params.server';
import { found, refuseRequest, respond } from '~/server/respond.server';
import type { RefusedAnswer } from '~/ui/form-answer';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { findCampaign } from '~db/queries/campaigns.server';
import { CampaignForm } from '../campaigns.new/campaign-form';

export const handle = pageTitle('donations', 'amendCampaign');

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { env } = context;
  const campaignId = idParam(params, 'campaignId');
  const campaign = found(await findCampaign(env.db, visibleScope(actor), campaignId));
  const record = { ...campaign, status: campaignStatus(campaign) };
  const refused = refusal('campaign.amend', actor, record);
  if (refused) refuseRequest(refused);
  const { id, name, startsOn, endsOn, version } = campaign;
  return {
    campaign: { id, name, startsOn, endsOn },
    envelope: { membershipId: actor.membershipId, formKey: env.newId(), version },
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const campaignId = idParam(params, 'campaignId');
  const form = parseForm(await readPosted(request), actor, campaignAmendmentSchema);
  if (!form.ok) return form.answer;
  const input = { ...form.value, campaignId, version: form.version };
  const result = await amendCampaign(context.env, form.envelope, input);
  return respond(form, result, () => redirect(`${paths.campaign(campaignId)}?done=amended`));
}

export default function AmendCampaignPage() {
  const t = useText('donations');
  const { campaign, envelope } = useLoaderData<typeof loader>();
  const answer = useActionData() as RefusedAnswer | undefined;
  return (
    <Page
      narrow
      title={t('amendCampaign')}
      crumbs={[
        { label: t('campaignsTitle'), to: paths.campaigns },
        { label: campaign.name, to: paths.campaign(campaign.id) },
      ]}
    >
      <CampaignForm
        envelope={envelope}
        answer={answer}
        defaults={campaign}
        button={t('saveCampaign')}
      />
    </Page>
  );
}
