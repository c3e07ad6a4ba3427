import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { amendRequest } from '~/commands/amend-request.server';
import { visibleScope } from '~/domain/actor';
import { refusal } from '~/domain/policy';
import { requestBlocks } from '~/domain/request-form';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { readPosted } from '~/server/form.server';
import { idParam } from '~/server/params.server';
import { found, refuseRequest, respond } from '~/server/respond.server';
import type { RefusedAnswer } from '~/ui/form-answer';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { findRequest } from '~db/queries/requests.server';
import { formChoices } from '../requests.new/form-choices.server';
import { readRequestForm } from '../requests.new/read-request-form.server';
import { RequestForm } from '../requests.new/request-form';

export const handle = pageTitle('requests', 'editTitle');

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { env } = context;
  const id = idParam(params, 'requestId');
  const shown = found(await findRequest(env.db, visibleScope(actor), id));
  const { status, organisationId, divisionCode } = shown;
  const refused = refusal('request.amend', actor, { status, organisationId, divisionCode });
  if (refused) refuseRequest(refused);
  const choices = await formChoices(env, actor);
  return {
    ...choices,
    requestId: id,
    version: shown.version,
    decisionReason: shown.decisionReason,
    saved: {
      programmeId: shown.programmeId,
      campaignId: shown.campaignId ?? undefined,
      headCount: String(shown.headCount),
      needBy: shown.needBy,
      urgency: shown.urgency,
      urgencyReason: shown.urgencyReason ?? undefined,
      blocks: requestBlocks(shown.lines, choices.items),
    },
    membershipId: actor.membershipId,
    formKey: env.newId(),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const requestId = idParam(params, 'requestId');
  const posted = await readPosted(request);
  const read = await readRequestForm(context.env, actor, posted);
  if ('answer' in read) return read.answer;
  const { form } = read;
  const input = { requestId, version: form.version, form: form.value };
  const result = await amendRequest(context.env, form.envelope, input);
  return respond(form, result, () => redirect(`${paths.request(requestId)}?done=saved`));
}

export default function EditRequestPage() {
  const t = useText('requests');
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData() as RefusedAnswer | undefined;
  const crumbs = [
    { label: t('listTitle'), to: paths.requests },
    { label: t('showTitle'), to: paths.request(loaded.requestId) },
  ];
  return (
    <Page narrow title={t('editTitle')} crumbs={crumbs} lead={loaded.decisionReason ?? undefined}>
      <RequestForm {...loaded} answer={answer} />
    </Page>
  );
}
