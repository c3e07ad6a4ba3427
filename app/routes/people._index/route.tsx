import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { UserRoundPlus, Users } from 'lucide-react';
import { roles, visibleScope, type Role } from '~/domain/actor';
import { dayInShanghai } from '~/domain/calendar';
import { refusal } from '~/domain/policy';
import type { DomainError } from '~/domain/error';
import { useErrorText } from '~/i18n/error-text';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { refuseRequest } from '~/server/respond.server';
import { listOpenInvitations } from '~db/queries/invitation.server';
import {
  listPeople,
  PEOPLE_PAGE_SIZE,
  peopleSorts,
  type PeopleAsked,
  type PeopleSort,
} from '~db/queries/people.server';
import { EmptyState } from '~/ui/empty-state';
import { LinkButton } from '~/ui/link-button';
import { Notice } from '~/ui/notice';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { InvitationList } from './invitation-list';
import { managePosted } from './manage-posted.server';
import { PeopleFilter } from './people-filter';
import { PeopleTable } from './people-table';

export const handle = pageTitle('auth', 'peopleTitle');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const refused = refusal('user.invite', actor);
  if (refused) refuseRequest(refused);
  const { env } = context;
  const scope = visibleScope(actor);
  const search = new URL(request.url).searchParams;
  const asked = askedOf(search, dayInShanghai(env.now()));
  const [people, invitations] = await Promise.all([
    listPeople(env.db, scope, asked),
    listOpenInvitations(env.db, scope, env.now()),
  ]);
  const page = { number: asked.page, size: PEOPLE_PAGE_SIZE, total: people.total };
  const done = search.get('done');
  return {
    rows: people.rows.map((row) => ({ ...row, formKey: env.newId() })),
    page,
    invitations: invitations.map((row) => ({ ...row, formKey: env.newId() })),
    actor,
    today: asked.today,
    done: isDone(done) ? done : undefined,
    filter: { text: asked.text, role: asked.role, state: asked.state },
  };
}

const doneWords = ['ended', 'changed', 'revoked', 'withdrawn'] as const;

function isDone(value: string | null): value is (typeof doneWords)[number] {
  return doneWords.some((word) => word === value);
}

function askedOf(search: URLSearchParams, today: string): PeopleAsked {
  const sort = search.get('sort') ?? 'organisation';
  const role = search.get('role');
  const by = sort.replace(/^-/, '');
  const known = peopleSorts.find((name): name is PeopleSort => name === by);
  return {
    today,
    text: (search.get('text') ?? '').trim().slice(0, 60),
    role: roles.find((name): name is Role => name === role),
    state: search.get('state') === 'ended' ? 'ended' : 'current',
    sort: known ?? 'organisation',
    descending: sort.startsWith('-'),
    page: Math.min(10_000, Math.max(1, Math.trunc(Number(search.get('page')) || 1))),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const answer = await managePosted(request, actor, context.env);
  return 'done' in answer
    ? redirect(`${paths.people}?done=${answer.done}`)
    : data({ error: answer.error }, { status: answer.status });
}

export default function PeoplePage() {
  const t = useText('auth');
  const errorText = useErrorText();
  const { rows, page, invitations, actor, today, done, filter } = useLoaderData<typeof loader>();
  const answer = useActionData() as { error: DomainError } | undefined;
  return (
    <Page
      title={t('peopleTitle')}
      lead={t('peopleLead')}
      action={
        <LinkButton to={paths.invite} icon={UserRoundPlus}>
          {t('invite')}
        </LinkButton>
      }
    >
      {answer && <Notice tone="trouble">{errorText(answer.error)}</Notice>}
      {done && !answer && <Notice tone="done">{t(done)}</Notice>}
      {invitations.length > 0 && (
        <InvitationList invitations={invitations} membershipId={actor.membershipId} />
      )}
      <PeopleTable
        rows={rows}
        page={page}
        membershipId={actor.membershipId}
        today={today}
        filter={<PeopleFilter {...filter} />}
        empty={
          <EmptyState icon={Users} title={t('noPeople')}>
            {t('noPeopleHint')}
          </EmptyState>
        }
      />
    </Page>
  );
}
