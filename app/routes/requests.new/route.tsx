import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { draftRequest } from '~/commands/draft-request.server';
import { roleMay } from '~/domain/policy';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { readPosted } from '~/server/form.server';
import { refuseRequest, respond } from '~/server/respond.server';
import { EmptyState } from '~/ui/empty-state';
import type { RefusedAnswer } from '~/ui/form-answer';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { formChoices } from './form-choices.server';
import { readRequestForm } from './read-request-form.server';
import { RequestForm } from './request-form';

export const handle = pageTitle('requests', 'newTitle');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  if (!roleMay('request.draft', actor.role)) refuseRequest({ code: 'access.role' });
  const { env } = context;
  return {
    ...(await formChoices(env, actor)),
    membershipId: actor.membershipId,
    formKey: env.newId(),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const posted = await readPosted(request);
  const read = await readRequestForm(context.env, actor, posted);
  if ('answer' in read) return read.answer;
  const result = await draftRequest(context.env, read.form.envelope, read.form.value);
  return respond(read.form, result, ({ requestId }) =>
    redirect(`${paths.request(requestId)}?done=saved`),
  );
}

export default function NewRequestPage() {
  const t = useText('requests');
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData() as RefusedAnswer | undefined;
  return (
    <Page
      narrow
      title={t('newTitle')}
      lead={t('newLead')}
      crumbs={[{ label: t('listTitle'), to: paths.requests }]}
    >
      {loaded.programmes.length === 0 ? (
        <EmptyState title={t('noProgramme')}>{t('noProgrammeHint')}</EmptyState>
      ) : (
        <RequestForm {...loaded} answer={answer} />
      )}
    </Page>
  );
}
