import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useGoods as bookGoodsUsed } from '~/commands/use-goods.server';
import { visibleScope, type Actor } from '~/domain/actor';
import { dayInShanghai } from '~/domain/calendar';
import { useGoodsSchema as goodsUsedSchema, type UsePurpose } from '~/domain/handout-form';
import { roleMay } from '~/domain/policy';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import type { ServerEnv } from '~/server/env.server';
import { parseForm, readPosted } from '~/server/form.server';
import { refuseRequest, respond } from '~/server/respond.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { EnvelopeFields } from '~/ui/envelope-fields';
import { errorsAt, problemsOf, type RefusedAnswer } from '~/ui/form-answer';
import { FieldGrid, FormActions } from '~/ui/form-layout';
import { FormErrorSummary } from '~/ui/form-error-summary';
import { useAmount, useName } from '~/ui/item-amount';
import { NumberField } from '~/ui/number-field';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { optionsOf } from '~/ui/register-words';
import { SelectField } from '~/ui/select-field';
import { listOwnProgrammes } from '~db/queries/requests.server';
import { listProgrammeSources } from '../handouts.$handoutId._index/handout-sources.server';

export const handle = pageTitle('handouts', 'useTitle');

/** What lies ready for any of the centre's programmes. */
async function sourcesOf(env: ServerEnv, actor: Actor) {
  const today = dayInShanghai(env.now());
  const programmes = await listOwnProgrammes(env.db, visibleScope(actor), today);
  const each = await Promise.all(
    programmes.map(async ({ id, name }) => {
      const sources = await listProgrammeSources(env, actor, id);
      return sources.map((source) => ({ ...source, programmeName: name }));
    }),
  );
  return each.flat().filter(({ held }) => held > 0);
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  if (!roleMay('goods.use', actor.role)) refuseRequest({ code: 'access.role' });
  const { env } = context;
  return {
    sources: await sourcesOf(env, actor),
    envelope: { membershipId: actor.membershipId, formKey: env.newId() },
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { env } = context;
  const sources = await sourcesOf(env, actor);
  const factorOf = (id: string) => sources.find((one) => one.requestLineId === id)?.unit.factor;
  const form = parseForm(await readPosted(request), actor, goodsUsedSchema(factorOf));
  if (!form.ok) return form.answer;
  const result = await bookGoodsUsed(env, form.envelope, form.value);
  return respond(form, result, () => redirect(`${paths.handouts}?done=used`));
}

export default function UseGoodsPage() {
  const t = useText('handouts');
  const nameOf = useName();
  const amount = useAmount();
  const { sources, envelope } = useLoaderData<typeof loader>();
  const answer = useActionData() as RefusedAnswer | undefined;
  const typed = (answer?.lastResult?.initialValue ?? {}) as Record<string, string | undefined>;
  const sizes = [...new Set(sources.flatMap((source) => source.sizes))];
  const purposes: Record<UsePurpose, string> = {
    class: t('use_class'),
    meal: t('use_meal'),
    activity: t('use_activity'),
    equipment: t('use_equipment'),
    other: t('use_other'),
  };
  return (
    <Page
      narrow
      title={t('useTitle')}
      lead={t('useLead')}
      crumbs={[{ label: t('title'), to: paths.handouts }]}
    >
      <Form method="post" className="space-y-6" noValidate>
        <EnvelopeFields {...envelope} />
        <FormErrorSummary problems={problemsOf(answer, () => undefined)} />
        <Card>
          <FieldGrid>
            <SelectField
              name="requestLineId"
              label={t('source')}
              required
              defaultValue={typed['requestLineId']}
              errors={errorsAt(answer, 'requestLineId')}
              options={sources.map((source) => ({
                value: source.requestLineId,
                group: source.programmeName,
                label: t('sourceOption', {
                  item: nameOf(source),
                  size: source.size,
                  left: amount(source.unbespoken, source.units, source.unitCode),
                  held: amount(source.held, source.units, source.unitCode),
                }),
              }))}
            />
            <NumberField
              name="quantity"
              label={t('useQuantity')}
              hint={t('quantityUnit')}
              decimal
              required
              defaultValue={typed['quantity']}
              errors={errorsAt(answer, 'quantity')}
            />
            {sizes.length > 0 && (
              <SelectField
                name="size"
                label={t('size')}
                hint={t('useSizeHint')}
                emptyLabel={t('noSize')}
                defaultValue={typed['size']}
                errors={errorsAt(answer, 'size')}
                options={sizes.map((size) => ({ value: size, label: size }))}
              />
            )}
            <SelectField
              name="purpose"
              label={t('usePurpose')}
              required
              defaultValue={typed['purpose']}
              errors={errorsAt(answer, 'purpose')}
              options={optionsOf(purposes)}
            />
          </FieldGrid>
        </Card>
        <FormActions>
          <Button>{t('useConfirm')}</Button>
        </FormActions>
      </Form>
    </Page>
  );
}
