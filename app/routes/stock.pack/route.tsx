import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PackageOpen } from 'lucide-react';
import { packParcel } from '~/commands/pack-parcel.server';
import { visibleScope } from '~/domain/actor';
import { refusal } from '~/domain/policy';
import { packSchema } from '~/domain/stock-form';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { parseForm, readPosted, refusedForm } from '~/server/form.server';
import { refuseRequest } from '~/server/respond.server';
import { EmptyState } from '~/ui/empty-state';
import type { RefusedAnswer } from '~/ui/form-answer';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { PackChoice } from './pack-choice';
import { PackForm } from './pack-form';
import { readPackable } from './packable.server';

export const handle = pageTitle('stock', 'packTitle');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const refused = refusal('parcel.pack', actor, { organisationId: actor.organisationId });
  if (refused) refuseRequest(refused);
  const { env } = context;
  const search = new URL(request.url).searchParams;
  return {
    ...(await readPackable(env, visibleScope(actor), search)),
    membershipId: actor.membershipId,
    formKey: env.newId(),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const form = parseForm(await readPosted(request), actor, packSchema);
  if (!form.ok) return form.answer;
  const { placeId, kind, lines } = form.value;
  const result = await packParcel(context.env, form.envelope, {
    placeId,
    kind,
    lines: lines.map(({ lotId, parcelId, quantity }) => ({ lotId, parcelId, quantity })),
  });
  if (result.ok) return redirect(`${paths.parcel(result.value.parcelId)}?done=packed`);
  const field = result.error.field?.replace(/^lines\[(\d+)\]/, (_, index: string) => {
    return `lines[${lines[Number(index)]?.at ?? index}]`;
  });
  const error = { ...result.error, ...(field !== undefined && { field }) };
  return refusedForm(form.submission, error).answer;
}

export default function PackPage() {
  const t = useText('stock');
  const page = useLoaderData<typeof loader>();
  const answer = useActionData() as RefusedAnswer | undefined;
  return (
    <Page
      title={t('packTitle')}
      lead={t('packLead')}
      crumbs={[{ label: t('listTitle'), to: paths.stock }]}
    >
      {page.places.length === 0 || page.items.length === 0 ? (
        <EmptyState icon={PackageOpen} title={t('nothingToPack')}>
          {t('nothingToPackHint')}
        </EmptyState>
      ) : (
        <>
          <PackChoice {...page} />
          {page.rows && page.placeId && (
            <PackForm {...page} rows={page.rows} placeId={page.placeId} answer={answer} />
          )}
        </>
      )}
    </Page>
  );
}
