import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { visibleScope } from '~/domain/actor';
import { roleMay } from '~/domain/policy';
import { formatShare } from '~/i18n/format';
import { useLanguage, useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { idParam } from '~/server/params.server';
import { found, refuseRequest } from '~/server/respond.server';
import { FilterForm } from '~/ui/filter-form';
import { GivenTable } from '~/ui/given-table';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { PlanFiguresTable } from '~/ui/plan-figures';
import { SelectField } from '~/ui/select-field';
import {
  findPlan,
  findPlanSolution,
  listAlternatives,
  type Alternative,
} from '~db/queries/allocation-plans.server';
import { leastShown } from '../plans.$planId._index/least-shown.server';
import { findNeedNames } from '~db/queries/plan-names.server';
import { listItemsById } from '~db/queries/items.server';

export const handle = pageTitle('plans', 'compareTitle');

/** So many needs that differ are shown; the figures tell of all. */
const SHOWN = 200;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  if (!roleMay('plan.read', actor.role)) refuseRequest({ code: 'access.role' });
  const { db } = context.env;
  const planId = idParam(params, 'planId');
  const plan = found(await findPlan(db, visibleScope(actor), planId));
  const alternatives = await listAlternatives(db, planId);
  const search = new URL(request.url).searchParams;
  const pick = (name: string, other: Alternative | undefined) =>
    alternatives.find((one) => one.id === search.get(name)) ?? other;
  const a = pick('a', alternatives.find((one) => one.id === plan.solutionId) ?? alternatives[0]);
  const b = pick(
    'b',
    alternatives.find((one) => one.id !== a?.id),
  );
  const read = async (one: Alternative | undefined) => one && findPlanSolution(db, planId, one.id);
  const solutions = await Promise.all([read(a), read(b)]);
  const given = solutions.map(
    (one) => new Map(one?.answer.needs.map((need) => [need.needId, need.given])),
  );
  const differing = (solutions[0]?.needs ?? []).filter(
    (need) => given[0]?.get(need.id) !== given[1]?.get(need.id),
  );
  const shown = differing.slice(0, SHOWN);
  const [names, items] = await Promise.all([
    findNeedNames(
      db,
      shown.map((need) => need.id),
    ),
    listItemsById(
      db,
      shown.map((need) => need.itemId),
    ),
  ]);
  const least = await leastShown(
    db,
    solutions[0]?.needs ?? [],
    solutions.map((one) => one?.answer.leastNeed),
  );
  return {
    planId,
    least,
    alternatives,
    a,
    b,
    total: differing.length,
    rows: shown.map(({ id, requestId, itemId, size, quantity }) => ({
      id,
      requestId,
      size,
      quantity,
      item: items.find((item) => item.id === itemId),
      names: names[id],
      given: given.map((one) => one.get(id) ?? 0),
    })),
  };
}

export default function ComparePage() {
  const t = useText('plans');
  const language = useLanguage();
  const { planId, alternatives, a, b, least, rows, total } = useLoaderData<typeof loader>();
  const nameOf = (one: { floorShare: number }) =>
    t('alternative', { floor: formatShare(language, one.floorShare) });
  const options = alternatives.map((one) => ({ value: one.id, label: nameOf(one) }));
  const columns = [a, b].flatMap((one, at) =>
    one
      ? [
          {
            key: `${at}`,
            header: nameOf(one),
            figures: one.figures,
            level: one.level,
            least: least[at],
          },
        ]
      : [],
  );
  return (
    <Page
      title={t('compareTitle')}
      lead={t('compareLead')}
      crumbs={[
        { label: t('title'), to: paths.plans },
        { label: t('thisPlan'), to: paths.plan(planId) },
      ]}
    >
      <FilterForm names={[]} action={t('compare')}>
        {(['a', 'b'] as const).map((name) => (
          <SelectField
            key={name}
            name={name}
            label={t(name === 'a' ? 'first' : 'second')}
            emptyLabel={false}
            defaultValue={(name === 'a' ? a : b)?.id ?? ''}
            options={options}
          />
        ))}
      </FilterForm>
      <PlanFiguresTable caption={t('figures')} columns={columns} />
      <GivenTable
        caption={`${t('differentNeeds')}${total > 0 ? ` · ${total}` : ''}`}
        rows={rows}
        headers={columns.map((one) => one.header)}
        empty={t('nothingDiffers')}
      />
    </Page>
  );
}
