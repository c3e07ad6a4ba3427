import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import {
  Form,
  useActionData,
  useLoaderData,
  useNavigation,
  useSearchParams,
} from '@remix-run/react';
import { Truck } from 'lucide-react';
import { z } from 'zod';
import { draftPlanShipments } from '~/commands/draft-plan-shipments.server';
import { formatNumber, formatShare } from '~/i18n/format';
import { useLanguage, useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { parseForm, readPosted } from '~/server/form.server';
import { idParam } from '~/server/params.server';
import { respond } from '~/server/respond.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { EnvelopeFields } from '~/ui/envelope-fields';
import { problemsOf, type RefusedAnswer } from '~/ui/form-answer';
import { FormErrorSummary } from '~/ui/form-error-summary';
import { Amount, useName } from '~/ui/item-amount';
import { LinkButton } from '~/ui/link-button';
import { Notice } from '~/ui/notice';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { LeftOutParcels } from './left-out-parcels';
import { loadTrips, type LoadedTrips } from './load-trips.server';

export const handle = pageTitle('plans', 'tripsTitle');

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  return loadTrips(context.env, actor, idParam(params, 'planId'));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const planId = idParam(params, 'planId');
  const form = parseForm(await readPosted(request), actor, z.object({}));
  if (!form.ok) return form.answer;
  const result = await draftPlanShipments(context.env, form.envelope, { planId });
  return respond(form, result, ({ shipmentIds }) =>
    redirect(`${paths.planTrips(planId)}?drafted=${shipmentIds.length}`),
  );
}

export default function TripsPage() {
  const t = useText('plans');
  const language = useLanguage();
  const { planId, isDepot, vehicle, roadFactor, trips, leftOut, ...sender } =
    useLoaderData<typeof loader>();
  const answer = useActionData() as RefusedAnswer | undefined;
  const [search] = useSearchParams();
  const busy = useNavigation().state === 'submitting';
  const drafted = /^\d{1,4}$/.exec(search.get('drafted') ?? '')?.[0];
  return (
    <Page
      title={t('tripsTitle')}
      lead={t('tripsLead', {
        load: formatNumber(language, vehicle.loadKg),
        room: formatNumber(language, vehicle.roomM3),
        factor: formatNumber(language, roadFactor),
      })}
      crumbs={
        isDepot
          ? []
          : [
              { label: t('title'), to: paths.plans },
              { label: t('thisPlan'), to: paths.plan(planId) },
            ]
      }
    >
      {drafted && !answer && (
        <Notice tone="done">{t('doneDrafted', { count: Number(drafted) })}</Notice>
      )}
      <FormErrorSummary problems={problemsOf(answer, () => undefined)} />
      <LeftOutParcels leftOut={leftOut} isDepot={isDepot} />
      {trips.length === 0 ? (
        <EmptyState
          icon={Truck}
          title={t('noTrips')}
          action={
            isDepot && (
              <LinkButton kind="secondary" to={paths.shipments}>
                {t('toShipments')}
              </LinkButton>
            )
          }
        >
          {t(leftOut.length > 0 ? 'onlyLeftOut' : 'nothingHeld')}
        </EmptyState>
      ) : (
        trips.map((trip) => <TripTable key={trip.number} trip={trip} vehicle={vehicle} />)
      )}
      {isDepot && trips.length > 0 && (
        <Form method="post" className="space-y-3">
          <EnvelopeFields {...sender} />
          <p className="text-ink-soft">{t('draftShipmentsHint')}</p>
          <Button icon={Truck} busy={busy}>
            {t('draftShipments')}
          </Button>
        </Form>
      )}
    </Page>
  );
}

function TripTable({
  trip,
  vehicle,
}: Pick<LoadedTrips, 'vehicle'> & { trip: LoadedTrips['trips'][number] }) {
  const t = useText('plans');
  const nameOf = useName();
  const language = useLanguage();
  const number = (value: number, digits = 1) => formatNumber(language, value, digits);
  const share = (value: number) => formatShare(language, value);
  const caption = [t('trip', { count: trip.number }), `${trip.fromName} → ${trip.townshipName}`];
  const facts = [
    t('kilograms', { kg: number(trip.kg), share: share(trip.kg / vehicle.loadKg) }),
    t('cubicMetres', { m3: number(trip.m3, 2), share: share(trip.m3 / vehicle.roomM3) }),
    trip.km === null
      ? t('distanceUnknown')
      : t(trip.rough ? 'distanceRough' : 'distance', { km: number(trip.km, 0) }),
  ];
  return (
    <Card title={caption.join(' · ')} flush>
      <div className="space-y-3 px-4 pb-4 sm:px-6 sm:pb-6">
        <p className="text-ink-soft">{facts.join(' · ')}</p>
        {trip.overloaded && <Notice tone="trouble">{t('overloaded')}</Notice>}
        <DataTable
          caption={caption.join(' · ')}
          captionHidden
          rows={trip.lines}
          rowKey={(line) => line.key}
          columns={[
            {
              key: 'to',
              header: t('stops'),
              heading: true,
              cell: (line) => t('stopAt', { count: line.stop, place: line.toName }),
            },
            {
              key: 'item',
              header: t('item'),
              cell: (line) => `${line.item ? nameOf(line.item) : ''} ${line.size}`.trim(),
            },
            {
              key: 'quantity',
              header: t('quantity'),
              align: 'end',
              cell: (line) => <Amount quantity={line.quantity} units={line.item?.units ?? []} />,
            },
          ]}
          empty={null}
        />
      </div>
    </Card>
  );
}
