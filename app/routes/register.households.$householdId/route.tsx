import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import { refusal } from '~/domain/policy';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { divisionText } from '~/server/division-choice.server';
import { idParam } from '~/server/params.server';
import { found } from '~/server/respond.server';
import { Card } from '~/ui/card';
import { DayText } from '~/ui/date-text';
import { EndEntryCard } from '~/ui/end-entry-card';
import { FactList } from '~/ui/fact-list';
import { HistoryCard } from '~/ui/history-list';
import { Notice } from '~/ui/notice';
import type { AnsweredForm } from '~/ui/organisation-form';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { findHistory } from '~db/queries/history.server';
import { findHousehold } from '~db/queries/register.server';
import { AmendHousehold } from './amend-household';
import { AddPerson } from './add-person';
import { householdPosted } from './household-posted.server';
import { MemberTable } from './member-table';

export const handle = pageTitle('register', 'household');

export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { env } = context;
  const householdId = idParam(params, 'householdId');
  const household = found(await findHousehold(env, actor, householdId));
  const { organisationId, residenceDivisionCode, hukouDivisionCode } = household;
  const record = { organisationId, divisionCode: residenceDivisionCode };
  const [residence, hukou, history] = await Promise.all([
    divisionText(env.db, residenceDivisionCode),
    divisionText(env.db, hukouDivisionCode),
    findHistory(env.db, 'household', householdId),
  ]);
  return {
    household,
    residence,
    hukou,
    history,
    mayAdd: refusal('person.register', actor, record) === undefined,
    mayAmend: refusal('household.amend', actor, record) === undefined,
    envelope: {
      membershipId: actor.membershipId,
      formKey: env.newId(),
      version: household.version,
    },
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const householdId = idParam(params, 'householdId');
  return householdPosted({ env: context.env, actor, request, householdId });
}

export default function HouseholdPage() {
  const t = useText('register');
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData() as AnsweredForm | undefined;
  const [search] = useSearchParams();
  const { household, envelope } = loaded;
  const intent = answer?.lastResult?.initialValue?.['_intent'];
  const answerOf = (one: string) => (intent === one ? answer : undefined);
  const name = household.members.find(({ isHead }) => isHead)?.identity.name;
  const done = search.get('done');
  return (
    <Page
      title={name ? t('householdOf', { name }) : t('household')}
      crumbs={[{ label: t('title'), to: paths.register }]}
      aside={
        <>
          <Card>
            <FactList
              facts={[
                { label: t('residence'), value: loaded.residence },
                { label: t('hukou'), value: loaded.hukou },
                { label: t('registeredOn'), value: <DayText day={household.registeredOn} /> },
              ]}
            />
          </Card>
          <HistoryCard entries={loaded.history} />
        </>
      }
    >
      {done === 'registered' && !answer && <Notice tone="done">{t('doneRegistered')}</Notice>}
      {done === 'amended' && !answer && <Notice tone="done">{t('doneAmended')}</Notice>}
      {done === 'added' && !answer && <Notice tone="done">{t('doneAdded')}</Notice>}
      <MemberTable members={household.members} />
      {loaded.mayAdd && (
        <AddPerson key={household.members.length} envelope={envelope} answer={answerOf('add')} />
      )}
      {loaded.mayAmend && (
        <>
          <AmendHousehold
            key={`amend ${household.version}`}
            envelope={envelope}
            answer={answerOf('amend') ?? answerOf('end')}
            defaults={{ divisionCode: loaded.residence, hukouDivisionCode: loaded.hukou }}
          />
          <EndEntryCard envelope={envelope} hint={t('endHouseholdHint')} />
        </>
      )}
    </Page>
  );
}
