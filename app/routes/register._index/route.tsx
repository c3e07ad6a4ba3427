import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import { BookUser, Plus, Search } from 'lucide-react';
import { refusal, roleMay } from '~/domain/policy';
import { useErrorText } from '~/i18n/error-text';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { readPosted } from '~/server/form.server';
import { refuseRequest } from '~/server/respond.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { EmptyState } from '~/ui/empty-state';
import { LinkButton } from '~/ui/link-button';
import { Notice } from '~/ui/notice';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { TextField } from '~/ui/text-field';
import { listHouseholds, REGISTER_PAGE_SIZE, searchRegister } from '~db/queries/register.server';
import { CategoryFilter } from './category-filter';
import { HouseholdTable } from './household-table';
import { readFilter } from './read-filter';

export const handle = pageTitle('register', 'title');

export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  if (!roleMay('person.read', actor.role)) refuseRequest({ code: 'access.role' });
  const filter = readFilter(new URL(request.url).searchParams);
  const { total, households } = await listHouseholds(context.env, actor, filter);
  const { organisationId, divisionCode } = actor;
  return {
    households,
    page: { number: filter.page, size: REGISTER_PAGE_SIZE, total },
    mayRegister: refusal('person.register', actor, { organisationId, divisionCode }) === undefined,
    membershipId: actor.membershipId,
  };
}

/** Finds somebody. A search is posted, because a name or a number must stand in no address and no log. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  if (!roleMay('person.read', actor.role)) refuseRequest({ code: 'access.role' });
  const { fields } = await readPosted(request);
  const typed = fields.get('text');
  const text = typeof typed === 'string' ? typed.trim().slice(0, 60) : '';
  const result = await searchRegister(context.env, actor, text);
  if (!result.ok) return data({ text, error: result.error, found: [] }, { status: 422 });
  return { text, error: undefined, found: result.value };
}

export default function RegisterPage() {
  const t = useText('register');
  const errorText = useErrorText();
  const { households, page, mayRegister } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const filtered = search.get('category') !== null;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      action={
        mayRegister && (
          <LinkButton to={paths.registerHousehold} icon={Plus}>
            {t('newHousehold')}
          </LinkButton>
        )
      }
    >
      <Form method="post" className="flex flex-wrap items-end gap-3">
        <div className="min-w-64 grow sm:max-w-md">
          <TextField
            name="text"
            type="search"
            label={t('search')}
            hint={mayRegister ? t('searchHint') : t('searchHintOfficer')}
            maxLength={60}
          />
        </div>
        <Button kind="secondary" icon={Search}>
          {t('searchAction')}
        </Button>
      </Form>
      {search.get('done') === 'ended' && !answer && <Notice tone="done">{t('doneEnded')}</Notice>}
      {answer?.error && <Notice tone="trouble">{errorText(answer.error)}</Notice>}
      {answer && !answer.error && (
        <Card title={t('searchResult')}>
          {answer.found.length === 0 && <p>{t('searchEmpty')}</p>}
          {answer.found.length > 0 && (
            <HouseholdTable caption={t('searchResult')} households={answer.found} />
          )}
          <Link to={paths.register} className="underline underline-offset-4">
            {t('showAll')}
          </Link>
        </Card>
      )}
      {!answer && (households.length > 0 || filtered) && <CategoryFilter />}
      {!answer && households.length > 0 && (
        <HouseholdTable sortable caption={t('title')} households={households} page={page} />
      )}
      {!answer && households.length === 0 && filtered && <EmptyState title={t('nothingFound')} />}
      {!answer && households.length === 0 && !filtered && (
        <EmptyState icon={BookUser} title={t('emptyTitle')}>
          {mayRegister ? t('empty') : t('emptyOfficer')}
        </EmptyState>
      )}
    </Page>
  );
}
