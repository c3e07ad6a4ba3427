import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { amendItem } from '~/commands/amend-item.server';
import { isUuid } from '~/domain/account';
import { amendItemSchema } from '~/domain/item-form';
import { refusal } from '~/domain/policy';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { parseForm, readPosted } from '~/server/form.server';
import { found, refuseRequest, respond } from '~/server/respond.server';
import type { RefusedAnswer } from '~/ui/form-answer';
import { ItemForm } from '~/ui/item-form';
import { useName } from '~/ui/item-amount';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { findItem } from '~db/queries/items.server';

export const handle = pageTitle('catalogue', 'amend');

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const refused = refusal('item.amend', actor);
  if (refused) refuseRequest(refused);
  const { env } = context;
  const { itemId = '' } = params;
  const item = found(isUuid(itemId) ? await findItem(env.db, itemId) : undefined);
  return { item, membershipId: actor.membershipId, formKey: env.newId() };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const itemId = found(isUuid(params.itemId ?? '') ? params.itemId : undefined);
  const form = parseForm(await readPosted(request), actor, amendItemSchema);
  if (!form.ok) return form.answer;
  const input = { ...form.value, itemId, version: form.version };
  const result = await amendItem(context.env, form.envelope, input);
  return respond(form, result, () => redirect(paths.item(itemId)));
}

export default function AmendItemPage() {
  const t = useText('catalogue');
  const nameOf = useName();
  const { item, ...envelope } = useLoaderData<typeof loader>();
  const answer = useActionData() as RefusedAnswer | undefined;
  return (
    <Page
      narrow
      title={t('amend')}
      crumbs={[
        { label: t('listTitle'), to: paths.catalogue },
        { label: nameOf(item), to: paths.item(item.id) },
      ]}
    >
      <ItemForm {...envelope} item={item} answer={answer} />
    </Page>
  );
}
