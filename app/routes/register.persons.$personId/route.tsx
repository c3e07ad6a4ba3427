import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import { Eye } from 'lucide-react';
import { amendPerson } from '~/commands/amend-person.server';
import { endPerson } from '~/commands/end-person.server';
import { dayInShanghai } from '~/domain/calendar';
import { maskIdNumber } from '~/domain/identity';
import { refusal } from '~/domain/policy';
import { amendPersonSchema, endEntrySchema } from '~/domain/register';
import { formatDay } from '~/i18n/format';
import { useLanguage, useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { parseForm, readPosted } from '~/server/form.server';
import { idParam } from '~/server/params.server';
import { found, refuseRequest, respond } from '~/server/respond.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { EndEntryCard } from '~/ui/end-entry-card';
import { FactList } from '~/ui/fact-list';
import { HistoryCard } from '~/ui/history-list';
import { Notice } from '~/ui/notice';
import type { AnsweredForm } from '~/ui/organisation-form';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { findHistory } from '~db/queries/history.server';
import { findPerson } from '~db/queries/register.server';
import { AmendPerson } from './person-forms';
import { usePersonFacts } from './use-person-facts';

export const handle = pageTitle('register', 'person');

export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { env } = context;
  const personId = idParam(params, 'personId');
  const { identity, ...person } = found(await findPerson(env, actor, personId));
  const { id_number: idNumber, ...shown } = identity;
  const record = {
    organisationId: person.organisationId,
    divisionCode: person.residenceDivisionCode,
  };
  return {
    person,
    identity: { ...shown, ...(idNumber && { idNumberMasked: maskIdNumber(idNumber) }) },
    history: await findHistory(env.db, 'person', personId),
    mayAmend: refusal('person.amend', actor, record) === undefined && person.endedOn === null,
    envelope: {
      membershipId: actor.membershipId,
      formKey: env.newId(),
      version: person.version,
    },
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { env } = context;
  const personId = idParam(params, 'personId');
  const posted = await readPosted(request);
  switch (posted.intent) {
    case 'show': {
      const { identity } = found(await findPerson(env, actor, personId, 'id_number'));
      const headers = { 'Cache-Control': 'no-store' };
      return data({ idNumber: identity.id_number ?? '' }, { headers });
    }
    case 'amend': {
      const form = parseForm(posted, actor, amendPersonSchema(dayInShanghai(env.now())));
      if (!form.ok) return form.answer;
      const input = { ...form.value, personId, version: form.version };
      const result = await amendPerson(env, form.envelope, input);
      return respond(form, result, () => redirect(`${paths.person(personId)}?done=amended`));
    }
    case 'end': {
      const form = parseForm(posted, actor, endEntrySchema);
      if (!form.ok) return form.answer;
      const input = { ...form.value, personId, version: form.version };
      const result = await endPerson(env, form.envelope, input);
      return respond(form, result, () => redirect(`${paths.person(personId)}?done=ended`));
    }
    default:
      return refuseRequest({ code: 'form.invalid' });
  }
}

export default function PersonPage() {
  const t = useText('register');
  const language = useLanguage();
  const { person, identity, history, mayAmend, envelope } = useLoaderData<typeof loader>();
  const answer = useActionData() as (AnsweredForm & { idNumber?: string }) | undefined;
  const [search] = useSearchParams();
  const done = search.get('done');
  const facts = usePersonFacts({ ...person, identity, idNumber: answer?.idNumber });
  const crumbs = [
    { label: t('title'), to: paths.register },
    ...(person.householdId
      ? [{ label: t('household'), to: paths.household(person.householdId) }]
      : []),
  ];
  return (
    <Page
      title={identity.name ?? t('person')}
      crumbs={crumbs}
      aside={<HistoryCard entries={history} />}
    >
      {done === 'amended' && !answer && <Notice tone="done">{t('doneAmended')}</Notice>}
      {done === 'ended' && !answer && <Notice tone="done">{t('doneEnded')}</Notice>}
      {person.endedOn && (
        <Notice tone="info">{t('endedOn', { day: formatDay(language, person.endedOn) })}</Notice>
      )}
      <Card>
        <FactList facts={facts} />
        {identity.idNumberMasked && answer?.idNumber === undefined && (
          <Form method="post" className="flex flex-wrap items-center gap-3">
            <Button kind="secondary" icon={Eye} name="_intent" value="show">
              {t('showIdNumber')}
            </Button>
            <span className="text-sm text-ink-soft">{t('showIdNumberHint')}</span>
          </Form>
        )}
      </Card>
      {mayAmend && (
        <>
          <AmendPerson
            key={`amend ${person.version}`}
            envelope={envelope}
            answer={answer}
            identity={identity}
            bornOn={person.bornOn}
          />
          <EndEntryCard envelope={envelope} hint={t('endHint')} />
        </>
      )}
    </Page>
  );
}
