import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { openParcel } from '~/commands/open-parcel.server';
import { isUuid } from '~/domain/account';
import { visibleScope } from '~/domain/actor';
import { refusal } from '~/domain/policy';
import { parcelStepSchema } from '~/domain/stock-form';
import { useErrorText } from '~/i18n/error-text';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { parseForm, readPosted } from '~/server/form.server';
import { qrOf } from '~/server/qr.server';
import { found, refuseRequest, respond } from '~/server/respond.server';
import { findHistory } from '~db/queries/history.server';
import { findParcelToShow } from '~db/queries/parcel.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { EnvelopeFields } from '~/ui/envelope-fields';
import type { RefusedAnswer } from '~/ui/form-answer';
import { HistoryCard } from '~/ui/history-list';
import { Notice } from '~/ui/notice';
import { pageTitle } from '~/ui/page-title';
import { contentsToShow } from './contents.server';
import { ParcelLabel } from './parcel-label';

export const handle = pageTitle('stock', 'parcelTitle', (data: { parcel: { code: string } }) => ({
  code: data.parcel.code,
}));

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { env } = context;
  const id = isUuid(params.parcelId) ? params.parcelId : undefined;
  const parcel = found(id ? await findParcelToShow(env.db, visibleScope(actor), id) : undefined);
  const address = `${env.settings.publicOrigin}${paths.traceOf(parcel.code)}`;
  const [contents, history] = await Promise.all([
    contentsToShow(env, parcel.contents),
    findHistory(env.db, 'parcel', parcel.id),
  ]);
  const [first] = parcel.contents;
  const done = new URL(request.url).searchParams.get('done');
  const { contents: _, ...label } = parcel;
  return {
    parcel: label,
    contents,
    history,
    address,
    qr: qrOf(address),
    mayOpen:
      first?.organisationId !== undefined &&
      first.organisationId !== null &&
      first.kind !== 'loss' &&
      refusal('parcel.open', actor, { organisationId: first.organisationId }) === undefined,
    membershipId: actor.membershipId,
    formKey: env.newId(),
    done: done === 'packed' || done === 'opened' ? done : undefined,
  } as const;
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const posted = await readPosted(request);
  if (posted.fields.get('parcelId') !== params.parcelId) refuseRequest({ code: 'form.invalid' });
  const form = parseForm(posted, actor, parcelStepSchema);
  if (!form.ok) return form.answer;
  const result = await openParcel(context.env, form.envelope, form.value);
  return respond(form, result, ({ parcelId }) => redirect(`${paths.parcel(parcelId)}?done=opened`));
}

export default function ParcelPage() {
  const t = useText('stock');
  const errorText = useErrorText();
  const page = useLoaderData<typeof loader>();
  const answer = useActionData() as RefusedAnswer | undefined;
  const words = { packed: t('packedDone'), opened: t('openedDone') };
  return (
    <div className="space-y-6">
      <div className="no-print space-y-4">
        {page.done && !answer && <Notice tone="done">{words[page.done]}</Notice>}
        {answer?.error && <Notice tone="trouble">{errorText(answer.error)}</Notice>}
      </div>
      <ParcelLabel {...page} />
      <div className="no-print space-y-6">
        {page.mayOpen && (
          <Card title={t('openTitle')}>
            <p className="text-ink-soft">{t('openLead')}</p>
            <Form method="post">
              <EnvelopeFields membershipId={page.membershipId} formKey={page.formKey} />
              <input type="hidden" name="parcelId" value={page.parcel.id} />
              <Button kind="secondary">{t('openNow')}</Button>
            </Form>
          </Card>
        )}
        <HistoryCard entries={page.history} />
      </div>
    </div>
  );
}
