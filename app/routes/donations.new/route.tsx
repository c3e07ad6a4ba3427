import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pledgeDonation } from '~/commands/pledge-donation.server';
import { visibleScope } from '~/domain/actor';
import { dayInShanghai } from '~/domain/calendar';
import { findItemIn } from '~/domain/catalogue';
import { pledgeSchema } from '~/domain/pledge';
import { refusal } from '~/domain/policy';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { parseForm, readPosted, typedSoFar } from '~/server/form.server';
import { refuseRequest, respond } from '~/server/respond.server';
import type { RefusedAnswer } from '~/ui/form-answer';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { listRunningCampaigns } from '~db/queries/campaigns.server';
import { listGoodsPlaces } from '~db/queries/goods-places.server';
import { listItems } from '~db/queries/items.server';
import { divisionChoices } from './division-choices.server';
import { PledgeForm } from './pledge-form';

export const handle = pageTitle('donations', 'newTitle');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const refused = refusal('donation.pledge', actor, { organisationId: actor.organisationId });
  if (refused) refuseRequest(refused);
  const { env } = context;
  const scope = visibleScope(actor);
  const today = dayInShanghai(env.now());
  const [items, places, campaigns] = await Promise.all([
    listItems(env.db),
    listGoodsPlaces(env.db, scope, today),
    listRunningCampaigns(env.db, scope, today),
  ]);
  return {
    items: items.filter((item) => !item.retired),
    places,
    campaigns,
    divisions: await divisionChoices(env.db, places),
    today,
    membershipId: actor.membershipId,
    formKey: env.newId(),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { env } = context;
  const posted = await readPosted(request);
  // Without JavaScript the form is drawn anew, with more lines and the sizes of what was chosen.
  if (posted.intent !== 'pledge') {
    return data({
      lastResult: typedSoFar(posted),
      moreLines: posted.intent === 'add-lines' ? 5 : 0,
    });
  }
  const findItem = findItemIn(await listItems(env.db));
  const form = parseForm(posted, actor, pledgeSchema(findItem, dayInShanghai(env.now())));
  if (!form.ok) return form.answer;
  const result = await pledgeDonation(env, form.envelope, form.value);
  return respond(form, result, ({ donationId }) => redirect(paths.donation(donationId)));
}

export default function NewDonationPage() {
  const t = useText('donations');
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData() as (RefusedAnswer & { moreLines?: number }) | undefined;
  return (
    <Page
      title={t('newTitle')}
      lead={t('newLead')}
      crumbs={[{ label: t('listTitle'), to: paths.donations }]}
    >
      <PledgeForm {...loaded} answer={answer} />
    </Page>
  );
}
