import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { findStock } from '~/commands/find-stock.server';
import { visibleScope } from '~/domain/actor';
import { dayInShanghai } from '~/domain/calendar';
import { foundSchema } from '~/domain/found-form';
import { refusal } from '~/domain/policy';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { parseForm, readPosted } from '~/server/form.server';
import { refuseRequest, respond } from '~/server/respond.server';
import { listOwnPlaces } from '~db/queries/goods-places.server';
import { listItems } from '~db/queries/items.server';
import type { RefusedAnswer } from '~/ui/form-answer';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { FoundForm } from './found-form';

export const handle = pageTitle('stock', 'foundTitle');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const refused = refusal('stock.find', actor, { organisationId: actor.organisationId });
  if (refused) refuseRequest(refused);
  const { env } = context;
  const [places, items] = await Promise.all([
    listOwnPlaces(env.db, visibleScope(actor), dayInShanghai(env.now())),
    listItems(env.db),
  ]);
  return {
    places,
    items: items
      .filter((item) => !item.isKit && !item.retired)
      .map(({ code, nameZh, nameEn, units }) => ({ code, nameZh, nameEn, units })),
    membershipId: actor.membershipId,
    formKey: env.newId(),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const posted = await readPosted(request);
  const form = parseForm(posted, actor, foundSchema(await listItems(context.env.db)));
  if (!form.ok) return form.answer;
  const result = await findStock(context.env, form.envelope, form.value);
  return respond(form, result, () =>
    redirect(`${paths.stock}?place=${form.value.placeId}&done=found`),
  );
}

export default function FoundPage() {
  const t = useText('stock');
  const page = useLoaderData<typeof loader>();
  const answer = useActionData() as RefusedAnswer | undefined;
  return (
    <Page
      narrow
      title={t('foundTitle')}
      lead={t('foundLead')}
      crumbs={[{ label: t('listTitle'), to: paths.stock }]}
    >
      <FoundForm {...page} answer={answer} />
    </Page>
  );
}
