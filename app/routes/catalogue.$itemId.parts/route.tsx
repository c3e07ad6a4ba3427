import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { changeKitParts } from '~/commands/change-kit-parts.server';
import { isUuid } from '~/domain/account';
import { kitPartsSchema } from '~/domain/kit-form';
import { refusal } from '~/domain/policy';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { parseForm, readPosted, typedSoFar } from '~/server/form.server';
import { found, refuseRequest, respond } from '~/server/respond.server';
import { Button } from '~/ui/button';
import { EnvelopeFields } from '~/ui/envelope-fields';
import { problemsOf, type RefusedAnswer } from '~/ui/form-answer';
import { FormErrorSummary } from '~/ui/form-error-summary';
import { FormActions } from '~/ui/form-layout';
import { useName } from '~/ui/item-amount';
import { useKitLabels } from '~/ui/kit-labels';
import { KitPartsFields } from '~/ui/kit-parts-fields';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { findItem, listItems } from '~db/queries/items.server';

export const handle = pageTitle('catalogue', 'changeParts');

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const refused = refusal('item.amend', actor);
  if (refused) refuseRequest(refused);
  const { env } = context;
  const { itemId = '' } = params;
  const there = isUuid(itemId) ? await findItem(env.db, itemId) : undefined;
  const kit = found(there?.isKit ? there : undefined);
  const held = new Set(kit.parts.map((part) => part.itemId));
  const items = (await listItems(env.db)).filter(
    (item) => !item.isKit && (!item.retired || held.has(item.id)),
  );
  return { kit, items, membershipId: actor.membershipId, formKey: env.newId() };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { env } = context;
  const itemId = found(isUuid(params.itemId ?? '') ? params.itemId : undefined);
  const posted = await readPosted(request);
  if (posted.intent === 'add-rows') return data({ lastResult: typedSoFar(posted), moreRows: 3 });
  const form = parseForm(posted, actor, kitPartsSchema(await listItems(env.db)));
  if (!form.ok) return form.answer;
  const input = { ...form.value, itemId, version: form.version };
  const result = await changeKitParts(env, form.envelope, input);
  return respond(form, result, () => redirect(paths.item(itemId)));
}

export default function KitPartsPage() {
  const t = useText('catalogue');
  const c = useText('common');
  const nameOf = useName();
  const labelOf = useKitLabels();
  const { kit, items, membershipId, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData() as (RefusedAnswer & { moreRows?: number }) | undefined;
  return (
    <Page
      narrow
      title={t('changeParts')}
      lead={t('changePartsLead')}
      crumbs={[
        { label: t('listTitle'), to: paths.catalogue },
        { label: nameOf(kit), to: paths.item(kit.id) },
      ]}
    >
      <Form method="post" noValidate className="space-y-6">
        {/* Enter in a field saves: the first button of a form is the one that it presses. */}
        <button type="submit" name="_intent" value="save" hidden aria-hidden tabIndex={-1} />
        <EnvelopeFields membershipId={membershipId} formKey={formKey} version={kit.version} />
        <FormErrorSummary problems={problemsOf(answer, labelOf)} />
        <KitPartsFields items={items} parts={kit.parts} answer={answer} />
        <FormActions>
          <Button name="_intent" value="save">
            {c('save')}
          </Button>
        </FormActions>
      </Form>
    </Page>
  );
}
