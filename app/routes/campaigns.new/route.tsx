import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { openCampaign } from '~/commands/open-campaign.server';
import { dayInShanghai } from '~/domain/calendar';
import { campaignSchema } from '~/domain/campaign';
import { refusal } from '~/domain/policy';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { parseForm, readPosted } from '~/server/form.server';
import { refuseRequest, respond } from '~/server/respond.server';
import type { RefusedAnswer } from '~/ui/form-answer';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { findDivision, listChildren } from '~db/queries/divisions.server';
import { CampaignForm } from './campaign-form';

export const handle = pageTitle('donations', 'newCampaign');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { organisationId, divisionCode } = actor;
  const refused = refusal('campaign.open', actor, { organisationId, divisionCode });
  if (refused) refuseRequest(refused);
  const { env } = context;
  const today = dayInShanghai(env.now());
  const own = await findDivision(env.db, divisionCode);
  const below = await listChildren(env.db, divisionCode, today);
  return {
    divisions: [...(own ? [own] : []), ...below].map(({ code, name }) => ({ code, name })),
    today,
    membershipId: actor.membershipId,
    formKey: env.newId(),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const form = parseForm(await readPosted(request), actor, campaignSchema);
  if (!form.ok) return form.answer;
  const result = await openCampaign(context.env, form.envelope, form.value);
  return respond(form, result, ({ campaignId }) => redirect(paths.campaign(campaignId)));
}

export default function NewCampaignPage() {
  const t = useText('donations');
  const { divisions, today, membershipId, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData() as RefusedAnswer | undefined;
  return (
    <Page
      narrow
      title={t('newCampaign')}
      lead={t('newCampaignLead')}
      crumbs={[{ label: t('campaignsTitle'), to: paths.campaigns }]}
    >
      <CampaignForm
        envelope={{ membershipId, formKey }}
        answer={answer}
        defaults={{ startsOn: today }}
        divisions={divisions}
        button={t('openCampaign')}
      />
    </Page>
  );
}
