import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { draftAllocationPlan } from '~/commands/draft-allocation-plan.server';
import type { Actor } from '~/domain/actor';
import { visibleScope } from '~/domain/actor';
import { dayInShanghai } from '~/domain/calendar';
import { planSchema, typedWeights } from '~/domain/plan-form';
import { planChoicesOf } from '~/domain/plan-parameters';
import { refusal } from '~/domain/policy';
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
import { FormErrorSummary } from '~/ui/form-error-summary';
import { FieldGrid, FormActions } from '~/ui/form-layout';
import { useName } from '~/ui/item-amount';
import { namedField } from '~/ui/named-field';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { PlanWeights, useWeightLabels } from '~/ui/plan-weights';
import { SelectField } from '~/ui/select-field';
import { typedAt } from '~/ui/typed-values';
import { listRunningCampaigns } from '~db/queries/campaigns.server';
import { findDivision, listChildren } from '~db/queries/divisions.server';
import { listNeededItems } from '~db/queries/needed-items.server';
import { listParameters } from '~db/queries/parameters.server';

export const handle = pageTitle('plans', 'newTitle');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const refused = refusal('plan.draft', actor, { divisionCode: actor.divisionCode });
  if (refused) refuseRequest(refused);
  const { env } = context;
  const scope = visibleScope(actor);
  const today = dayInShanghai(env.now());
  const [own, below, campaigns, items, choices] = await Promise.all([
    findDivision(env.db, actor.divisionCode),
    listChildren(env.db, actor.divisionCode, today),
    listRunningCampaigns(env.db, scope, today),
    listNeededItems(env.db, scope),
    choicesInForce(env, actor),
  ]);
  return {
    divisions: [...(own ? [own] : []), ...below].map(({ code, name }) => ({ code, name })),
    campaigns,
    items,
    weights: typedWeights(choices),
    segments: choices.segments.map(({ upTo, worth }) => ({ upTo, worth })),
    membershipId: actor.membershipId,
    formKey: env.newId(),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { env } = context;
  const posted = await readPosted(request);
  const form = parseForm(posted, actor, planSchema(await choicesInForce(env, actor)));
  if (!form.ok) return form.answer;
  const result = await draftAllocationPlan(env, form.envelope, form.value);
  return respond(form, result, ({ planId }) => redirect(paths.plan(planId)));
}

async function choicesInForce(env: ServerEnv, actor: Actor) {
  const parameters = await listParameters(env.db);
  return planChoicesOf(parameters, dayInShanghai(env.now()), actor.divisionCode);
}

export default function NewPlanPage() {
  const t = useText('plans');
  const nameOf = useName();
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData() as RefusedAnswer | undefined;
  const busy = useNavigation().state === 'submitting';
  const labels: Record<string, string> = {
    ...useWeightLabels(),
    needDivisionCode: t('planFor'),
    campaignId: t('campaign'),
  };
  const of = (name: string) => ({
    field: namedField(name, errorsAt(answer, name)),
    label: labels[name] ?? '',
    defaultValue: typedAt(answer, name),
  });
  const ticked = answer?.lastResult?.initialValue?.['itemIds'];
  const isTicked = (id: string) => ticked === id || (Array.isArray(ticked) && ticked.includes(id));
  return (
    <Page
      narrow
      title={t('newTitle')}
      lead={t('newLead')}
      crumbs={[{ label: t('title'), to: paths.plans }]}
    >
      <Form method="post" noValidate className="space-y-6">
        <EnvelopeFields membershipId={loaded.membershipId} formKey={loaded.formKey} />
        <FormErrorSummary problems={problemsOf(answer, (name) => labels[name])} />
        <Card title={t('scope')}>
          <FieldGrid>
            <SelectField
              {...of('needDivisionCode')}
              required
              emptyLabel={false}
              options={loaded.divisions.map(({ code, name }) => ({ value: code, label: name }))}
            />
            <SelectField
              {...of('campaignId')}
              emptyLabel={t('any')}
              options={loaded.campaigns.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </FieldGrid>
          <fieldset className="space-y-2">
            <legend className="font-medium">{t('itemsToPlan')}</legend>
            <p className="text-sm text-ink-soft">{t('itemsHint')}</p>
            <div className="grid gap-x-6 sm:grid-cols-2">
              {loaded.items.map((item) => (
                <label key={item.id} className="flex min-h-11 items-center gap-3 py-1.5">
                  <input
                    type="checkbox"
                    name="itemIds"
                    value={item.id}
                    defaultChecked={isTicked(item.id)}
                    className="size-5 shrink-0"
                  />
                  {nameOf(item)}
                </label>
              ))}
            </div>
            {loaded.items.length === 0 && <p className="text-ink-soft">{t('noNeeds')}</p>}
          </fieldset>
        </Card>
        <Card title={t('weights')}>
          <p className="text-ink-soft">{t('weightsLead')}</p>
          <PlanWeights weights={loaded.weights} answer={answer} />
        </Card>
        <FormActions>
          <Button busy={busy}>{t('draft')}</Button>
        </FormActions>
      </Form>
    </Page>
  );
}
