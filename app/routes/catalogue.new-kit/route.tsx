import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { addKit } from '~/commands/add-kit.server';
import { itemCategories } from '~/domain/catalogue';
import { addKitSchema } from '~/domain/kit-form';
import { refusal } from '~/domain/policy';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { parseForm, readPosted, typedSoFar } from '~/server/form.server';
import { refuseRequest, respond } from '~/server/respond.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { EnvelopeFields } from '~/ui/envelope-fields';
import { errorsAt, problemsOf, type RefusedAnswer } from '~/ui/form-answer';
import { FormErrorSummary } from '~/ui/form-error-summary';
import { FieldGrid, FormActions } from '~/ui/form-layout';
import { useKitLabels } from '~/ui/kit-labels';
import { KitPartsFields } from '~/ui/kit-parts-fields';
import { namedField } from '~/ui/named-field';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { SelectField } from '~/ui/select-field';
import { TextField } from '~/ui/text-field';
import { typedAt } from '~/ui/typed-values';
import { listItems } from '~db/queries/items.server';

export const handle = pageTitle('catalogue', 'newKitTitle');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const refused = refusal('item.amend', actor);
  if (refused) refuseRequest(refused);
  const { env } = context;
  const items = (await listItems(env.db)).filter((item) => !item.isKit && !item.retired);
  return { items, membershipId: actor.membershipId, formKey: env.newId() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { env } = context;
  const posted = await readPosted(request);
  if (posted.intent === 'add-rows') return data({ lastResult: typedSoFar(posted), moreRows: 3 });
  const form = parseForm(posted, actor, addKitSchema(await listItems(env.db)));
  if (!form.ok) return form.answer;
  const result = await addKit(env, form.envelope, form.value);
  return respond(form, result, ({ itemId }) => redirect(paths.item(itemId)));
}

export default function NewKitPage() {
  const t = useText('catalogue');
  const c = useText('common');
  const { items, membershipId, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData() as (RefusedAnswer & { moreRows?: number }) | undefined;
  const labelOf = useKitLabels();
  const of = (name: string) => ({
    field: namedField(name, errorsAt(answer, name)),
    label: labelOf(name) ?? '',
    defaultValue: typedAt(answer, name),
    required: true,
  });
  return (
    <Page
      narrow
      title={t('newKitTitle')}
      lead={t('newKitLead')}
      crumbs={[{ label: t('listTitle'), to: paths.catalogue }]}
    >
      <Form method="post" noValidate className="space-y-6">
        {/* Enter in a field saves: the first button of a form is the one that it presses. */}
        <button type="submit" name="_intent" value="save" hidden aria-hidden tabIndex={-1} />
        <EnvelopeFields membershipId={membershipId} formKey={formKey} />
        <FormErrorSummary problems={problemsOf(answer, labelOf)} />
        <Card title={t('facts')}>
          <FieldGrid>
            <TextField {...of('nameZh')} maxLength={40} />
            <TextField {...of('nameEn')} maxLength={80} />
            <TextField {...of('code')} hint={t('codeHint')} maxLength={40} />
            <SelectField
              {...of('category')}
              options={itemCategories.map((one) => ({ value: one, label: t(`category.${one}`) }))}
            />
            <TextField {...of('smallestZh')} hint={t('kitUnitHint')} maxLength={20} />
            <TextField {...of('smallestEn')} maxLength={20} />
          </FieldGrid>
        </Card>
        <KitPartsFields items={items} parts={[]} answer={answer} />
        <FormActions>
          <Button name="_intent" value="save">
            {c('save')}
          </Button>
        </FormActions>
      </Form>
    </Page>
  );
}
