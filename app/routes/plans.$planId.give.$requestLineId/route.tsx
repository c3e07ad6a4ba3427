import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { changePlanLine } from '~/commands/change-plan-line.server';
import { planChangeSchema } from '~/domain/plan-form';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { parseForm, readPosted } from '~/server/form.server';
import { idParam } from '~/server/params.server';
import { respond } from '~/server/respond.server';
import type { RefusedAnswer } from '~/ui/form-answer';
import { useName } from '~/ui/item-amount';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { findUnitFactor } from '~db/queries/plan-units.server';
import { GiveForm } from './give-form';
import { loadGive } from './load-give.server';

export const handle = pageTitle('plans', 'giveTitle');

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  return loadGive(context.env, actor, idParam(params, 'planId'), idParam(params, 'requestLineId'));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const [planId, requestLineId] = [idParam(params, 'planId'), idParam(params, 'requestLineId')];
  const { env } = context;
  const posted = await readPosted(request);
  posted.fields.set('kind', 'give');
  posted.fields.set('requestLineId', requestLineId);
  const unit = posted.fields.get('unitCode');
  const factor = await findUnitFactor(env.db, requestLineId, typeof unit === 'string' ? unit : '');
  const form = parseForm(posted, actor, planChangeSchema(factor ?? 1));
  if (!form.ok) return form.answer;
  const { value, version, envelope } = form;
  const result = await changePlanLine(env, envelope, { ...value, planId, version });
  return respond(form, result, () => redirect(paths.plan(planId)));
}

export default function GivePage() {
  const t = useText('plans');
  const nameOf = useName();
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData() as RefusedAnswer | undefined;
  const { plan, need, item } = loaded;
  return (
    <Page
      title={[t('giveTitle'), item && nameOf(item), need.size].filter(Boolean).join(' ')}
      lead={t('giveLead')}
      crumbs={[
        { label: t('title'), to: paths.plans },
        { label: t('thisPlan'), to: paths.plan(plan.id) },
      ]}
    >
      <GiveForm {...loaded} answer={answer} />
    </Page>
  );
}
