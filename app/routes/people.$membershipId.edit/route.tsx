import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { rolesFor } from '~/domain/account';
import { visibleScope } from '~/domain/actor';
import { dayInShanghai } from '~/domain/calendar';
import { refusal } from '~/domain/policy';
import { domainError } from '~/domain/result';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { divisionText } from '~/server/division-choice.server';
import { idParam } from '~/server/params.server';
import { found, refuseRequest } from '~/server/respond.server';
import { findHistory } from '~db/queries/history.server';
import { findMembership } from '~db/queries/people.server';
import { HistoryCard } from '~/ui/history-list';
import { LinkButton } from '~/ui/link-button';
import { LinkCard } from '~/ui/link-card';
import { Notice } from '~/ui/notice';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { MembershipForm } from './membership-form';
import { membershipPosted, type MembershipAnswer } from './membership-posted.server';
import { ResetCard } from './reset-card';

export const handle = pageTitle('auth', 'changeMembership');

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const refused = refusal('membership.change', actor);
  if (refused) refuseRequest(refused);
  const { env } = context;
  const membershipId = idParam(params, 'membershipId');
  const held = found(await findMembership(env.db, visibleScope(actor), membershipId));
  const today = dayInShanghai(env.now());
  if (held.validTo !== null && held.validTo <= today)
    refuseRequest(domainError('membership.ended'));
  const { name, organisationName, version } = held;
  return {
    name,
    organisationName,
    roles: rolesFor(held.organisationKind),
    defaults: {
      role: held.role,
      divisionCode: await divisionText(env.db, held.divisionCode),
      validTo: held.validTo ?? '',
    },
    history: await findHistory(env.db, 'membership', membershipId),
    envelope: { membershipId: actor.membershipId, formKey: env.newId(), version },
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const membershipId = idParam(params, 'membershipId');
  return membershipPosted({ env: context.env, actor, request, membershipId });
}

export default function ChangeMembershipPage() {
  const t = useText('auth');
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData() as MembershipAnswer | undefined;
  const { name, organisationName, envelope } = loaded;
  return (
    <Page
      narrow
      title={name}
      lead={organisationName}
      crumbs={[{ label: t('peopleTitle'), to: paths.people }]}
    >
      {answer?.made ? (
        <>
          <Notice tone="waiting">{t('resetOnce')}</Notice>
          <LinkCard label={t('resetLink')} {...answer.made} />
          <LinkButton kind="quiet" to={paths.people}>
            {t('backToPeople')}
          </LinkButton>
        </>
      ) : (
        <>
          <MembershipForm {...loaded} answer={answer} />
          <ResetCard envelope={envelope} />
        </>
      )}
      <HistoryCard entries={loaded.history} />
    </Page>
  );
}
