import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Pencil, Plus } from 'lucide-react';
import { standingOf } from '~/domain/organisation';
import { refusal } from '~/domain/policy';
import { organisationEndRefusals } from '~/domain/standing';
import { useErrorText } from '~/i18n/error-text';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { divisionText } from '~/server/division-choice.server';
import { idParam } from '~/server/params.server';
import { findHistory } from '~db/queries/history.server';
import { readOrganisationStanding } from '~db/queries/standing.server';
import { Badge } from '~/ui/badge';
import { Card } from '~/ui/card';
import { EndCard } from '~/ui/end-card';
import { FactList } from '~/ui/fact-list';
import { FormErrorSummary } from '~/ui/form-error-summary';
import { HistoryCard } from '~/ui/history-list';
import { LinkButton } from '~/ui/link-button';
import { Notice } from '~/ui/notice';
import type { AnsweredForm } from '~/ui/organisation-form';
import { useKindName } from '~/ui/organisation-words';
import { Page } from '~/ui/page';
import { RestoreForm } from '~/ui/restore-form';
import { organisationOf } from '../organisations.$organisationId.edit/organisation-pages.server';
import { organisationPosted } from './organisation-posted.server';
import { PlaceCard } from './place-card';
import { locationOf } from './place-location.server';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { env } = context;
  const record = await organisationOf(env, actor, params);
  const { id: organisationId, kind, divisionCode } = record;
  const atPlaces = { organisationId, divisionCode, status: standingOf(record) };
  const about = { ...atPlaces, kind };
  const mayEnd =
    !refusal('organisation.end', actor, about) && organisationId !== actor.organisationId;
  const places = record.places.map(async (place) => ({
    ...place,
    location: await locationOf(env, place),
    division: (await divisionText(env.db, place.divisionCode)).replace(/ \d{12}$/, ''),
    mayAmend: !refusal('place.amend', actor, { ...place, status: standingOf(place) }),
    mayRestore: !refusal('place.restore', actor, { ...place, status: standingOf(place) }),
    mayRun: !refusal('programme.open', actor, { ...place, status: standingOf(place) }),
    formKey: env.newId(),
  }));
  return {
    record: { ...record, places: await Promise.all(places) },
    division: await divisionText(env.db, record.divisionCode),
    mayAmend: !refusal('organisation.amend', actor, about),
    mayAddPlace: !refusal('place.register', actor, atPlaces),
    mayRestore: !refusal('organisation.restore', actor, about),
    inTheWay: mayEnd
      ? organisationEndRefusals(await readOrganisationStanding(env.db, organisationId))
      : undefined,
    envelope: { membershipId: actor.membershipId, formKey: env.newId(), version: record.version },
    membershipId: actor.membershipId,
    history: await findHistory(env.db, 'organisation', record.id),
    done: new URL(request.url).searchParams.has('done'),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const organisationId = idParam(params, 'organisationId');
  return organisationPosted({ request, actor, env: context.env, organisationId });
}

export default function OrganisationPage() {
  const t = useText('organisations');
  const kindName = useKindName();
  const errorText = useErrorText();
  const loaded = useLoaderData<typeof loader>();
  const { record, division, mayAmend, mayAddPlace, membershipId, history, done } = loaded;
  const { inTheWay, mayRestore, envelope } = loaded;
  const answer = useActionData() as AnsweredForm | undefined;
  const problems = [
    ...(answer?.error ? [{ error: errorText(answer.error) }] : []),
    ...(answer && !answer.error ? [{ error: errorText('form.invalid') }] : []),
  ];
  const facts = [
    { label: t('kind'), value: kindName(record.kind) },
    { label: t('creditCode'), value: record.creditCode },
    { label: t('division'), value: division },
    { label: t('address'), value: record.address },
    { label: t('contactName'), value: record.contactName },
    { label: t('contactPhone'), value: record.contactPhone },
  ].filter(({ value }) => value);
  return (
    <Page
      title={record.name}
      badge={record.endedOn && <Badge>{t('endedShort')}</Badge>}
      crumbs={[{ label: t('title'), to: paths.organisations }]}
      action={
        mayAddPlace && (
          <LinkButton to={paths.registerPlace(record.id)} icon={Plus}>
            {t('addPlace')}
          </LinkButton>
        )
      }
      aside={
        <>
          <Card
            title={t('facts')}
            tools={
              mayAmend && (
                <LinkButton kind="quiet" to={paths.amendOrganisation(record.id)} icon={Pencil}>
                  {t('amend')}
                </LinkButton>
              )
            }
          >
            <FactList facts={facts} />
          </Card>
          {inTheWay && (
            <EndCard
              title={t('endOrganisation')}
              hint={t('endOrganisationHint')}
              envelope={envelope}
              inTheWay={inTheWay}
            />
          )}
          {mayRestore && (
            <Card title={t('restoreOrganisation')}>
              <RestoreForm
                title={t('restoreOrganisation')}
                hint={t('restoreOrganisationHint')}
                envelope={envelope}
                intent="restore"
              />
            </Card>
          )}
          <HistoryCard entries={history} />
        </>
      }
    >
      {done && !answer && <Notice tone="done">{t('done')}</Notice>}
      <FormErrorSummary problems={problems} />
      <h2 className="text-lg">{t('places')}</h2>
      {record.places.length === 0 && <p className="text-ink-soft">{t('noPlaces')}</p>}
      {record.places.map((place) => (
        <PlaceCard
          key={place.id}
          place={place}
          membershipId={membershipId}
          answer={answer}
          amendPath={place.mayAmend ? paths.place(record.id, place.id) : undefined}
        />
      ))}
    </Page>
  );
}
