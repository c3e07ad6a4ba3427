import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addItem } from '~/commands/add-item.server';
import { addItemSchema } from '~/domain/item-form';
import { refusal } from '~/domain/policy';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { parseForm, readPosted } from '~/server/form.server';
import { refuseRequest, respond } from '~/server/respond.server';
import type { RefusedAnswer } from '~/ui/form-answer';
import { ItemForm } from '~/ui/item-form';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';

export const handle = pageTitle('catalogue', 'newTitle');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const refused = refusal('item.amend', actor);
  if (refused) refuseRequest(refused);
  return { membershipId: actor.membershipId, formKey: context.env.newId() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const form = parseForm(await readPosted(request), actor, addItemSchema);
  if (!form.ok) return form.answer;
  const result = await addItem(context.env, form.envelope, form.value);
  return respond(form, result, ({ itemId }) => redirect(paths.item(itemId)));
}

export default function NewItemPage() {
  const t = useText('catalogue');
  const envelope = useLoaderData<typeof loader>();
  const answer = useActionData() as RefusedAnswer | undefined;
  return (
    <Page narrow title={t('newTitle')} crumbs={[{ label: t('listTitle'), to: paths.catalogue }]}>
      <ItemForm {...envelope} answer={answer} />
    </Page>
  );
}
