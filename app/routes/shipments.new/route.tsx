import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PackageCheck } from 'lucide-react';
import { draftShipment } from '~/commands/draft-shipment.server';
import { packParcel } from '~/commands/pack-parcel.server';
import { isUuid } from '~/domain/account';
import { visibleScope } from '~/domain/actor';
import { refusal } from '~/domain/policy';
import { draftShipmentSchema } from '~/domain/shipment-form';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { parseForm, readPosted } from '~/server/form.server';
import { refuseRequest, respond } from '~/server/respond.server';
import { listGoodsToSend } from '~db/queries/goods-to-send.server';
import { EmptyState } from '~/ui/empty-state';
import type { RefusedAnswer } from '~/ui/form-answer';
import { LinkButton } from '~/ui/link-button';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { DestinationTable } from './destination-table';
import { GoodsForm } from './goods-form';
import {
  atTypedRow,
  destinationsOf,
  goodsOf,
  looseOf,
  parcelAsked,
  rowsToShow,
} from './goods-rows.server';
import { PackedNotice } from './packed-notice';

export const handle = pageTitle('shipments', 'newTitle');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const refused = refusal('shipment.draft', actor, { organisationId: actor.organisationId });
  if (refused) refuseRequest(refused);
  const { env } = context;
  const search = new URL(request.url).searchParams;
  const [from, to] = [search.get('from'), search.get('to')];
  const goods = await listGoodsToSend(env.db, visibleScope(actor));
  const chosen = goods.filter((row) => row.fromPlaceId === from && row.toPlaceId === to);
  const [first] = isUuid(from) && isUuid(to) ? chosen : [];
  return {
    destinations: destinationsOf(goods),
    chosen: first && {
      fromPlaceId: first.fromPlaceId,
      toPlaceId: first.toPlaceId,
      fromName: first.fromName,
      toName: first.toName,
      rows: await rowsToShow(env, chosen),
    },
    packed: isUuid(search.get('packed')) ? search.get('packed') : null,
    membershipId: actor.membershipId,
    formKey: env.newId(),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const posted = await readPosted(request);
  const form = parseForm(posted, actor, draftShipmentSchema);
  if (!form.ok) return form.answer;
  const { lines, ...places } = form.value;
  const kind = parcelAsked(posted.intent);
  if (kind) {
    const placeId = places.fromPlaceId;
    const loose = looseOf(lines);
    const goods = { placeId, kind, lines: loose.map(goodsOf) };
    const packed = await packParcel(context.env, form.envelope, goods);
    return respond(form, atTypedRow(packed, loose), ({ parcelId }) =>
      redirect(`${paths.newShipment}?from=${placeId}&to=${places.toPlaceId}&packed=${parcelId}`),
    );
  }
  const result = await draftShipment(context.env, form.envelope, {
    ...places,
    lines: lines.map(goodsOf),
  });
  return respond(form, atTypedRow(result, lines), ({ shipmentId }) =>
    redirect(`${paths.shipment(shipmentId)}?done=drafted`),
  );
}

export default function NewShipmentPage() {
  const t = useText('shipments');
  const { destinations, chosen, packed, membershipId, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData() as RefusedAnswer | undefined;
  return (
    <Page
      title={chosen ? t('prepareFor', { place: chosen.toName }) : t('newTitle')}
      lead={chosen ? `${t('from')}: ${chosen.fromName}` : t('newLead')}
      crumbs={[
        { label: t('listTitle'), to: paths.shipments },
        ...(chosen ? [{ label: t('newTitle'), to: paths.newShipment }] : []),
      ]}
    >
      {packed && !answer && <PackedNotice parcelId={packed} />}
      {chosen ? (
        <GoodsForm
          key={packed}
          {...chosen}
          envelope={{ membershipId, formKey }}
          choosing
          answer={answer}
        />
      ) : (
        <DestinationTable
          destinations={destinations}
          empty={
            <EmptyState
              icon={PackageCheck}
              title={t('nothingToSend')}
              action={
                <LinkButton kind="secondary" to={paths.shipments}>
                  {t('listTitle')}
                </LinkButton>
              }
            >
              {t('nothingToSendHint')}
            </EmptyState>
          }
        />
      )}
    </Page>
  );
}
