import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { writeWindow } from '~/domain/map/address-parts';
import { readMapView } from '~/domain/map/map-address';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { donationSight } from '~/server/donation-map.server';
import { mapAnswer, nameIn, wholeWindow } from '~/server/map.server';
import { idParam } from '~/server/params.server';
import { DataTable, type Column } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { MapFrame } from '~/ui/map/map-frame';
import { Money } from '~/ui/money';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { useMapWords } from '../map._index/map-words';

export const handle = pageTitle('map', 'donationTitle', (data: { code: string }) => ({
  code: data.code,
}));

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const id = idParam(params, 'donationId');
  const { donation, sight } = await donationSight(context.env, actor, id);
  const { view, notes } = readMapView(new URL(request.url).searchParams);
  const window = view.window ?? wholeWindow(sight);
  const name = nameIn(sight.picture);
  return {
    id,
    code: donation.code,
    base: context.env.baseMap.base,
    window,
    first: mapAnswer(sight, view, window, notes),
    rows: sight.centres.map(({ place, fill, onTheRoad, valueFen }) => ({
      id: place.id,
      name: place.name,
      where: [9, 6].map((digits) => name(place.divisionCode.slice(0, digits).padEnd(12, '0'))),
      fill,
      onTheRoad,
      valueFen: Math.round(valueFen),
    })),
    roads: sight.roads.map(({ road, from, to }) => ({
      shipmentId: road.shipmentId,
      from: from.name,
      to: to.name,
    })),
  };
}

export default function DonationMapPage() {
  const t = useText('map');
  const donations = useText('donations');
  const { id, code, base, window, first, rows, roads } = useLoaderData<typeof loader>();
  const columns = useDonationColumns();
  const title = t('donationTitle', { code });
  return (
    <Page
      title={title}
      lead={t('donationLead')}
      crumbs={[
        { label: donations('listTitle'), to: paths.donations },
        { label: donations('donationTitle', { code }), to: paths.donation(id) },
      ]}
    >
      <MapFrame
        first={first}
        window={window}
        base={base}
        title={title}
        about={t('donationLead')}
        viewUrl={(asked) => {
          const search = new URLSearchParams();
          writeWindow(search, asked);
          return `${paths.donationMapView(id)}?${search}`;
        }}
      />
      <DataTable
        caption={t('centres')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('donationEmpty')}>{t('emptyHintGoods')}</EmptyState>}
      />
      {roads.length > 0 && (
        <section className="space-y-2">
          <h2 className="text-lg">{t('deliveries')}</h2>
          <ul className="space-y-1">
            {roads.map(({ shipmentId, from, to }) => (
              <li key={shipmentId}>
                <Link to={paths.shipment(shipmentId)} className="underline underline-offset-4">
                  {t('fromTo', { from, to })}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}

interface Row {
  id: string;
  name: string;
  where: string[];
  fill: number | null;
  onTheRoad: number;
  valueFen: number;
}

function useDonationColumns(): Column<Row>[] {
  const t = useText('map');
  const words = useMapWords('goods');
  return [
    { key: 'name', header: t('centre'), heading: true, cell: (row) => row.name },
    { key: 'where', header: t('division'), cell: (row) => row.where.join('，') },
    { key: 'fill', header: t('arrivedShare'), align: 'end', cell: (row) => words.fill(row.fill) },
    {
      key: 'onTheRoad',
      header: t('shipmentsComing'),
      align: 'end',
      cell: (row) => words.number(row.onTheRoad),
    },
    {
      key: 'value',
      header: t('valueReceived'),
      align: 'end',
      cell: (row) => <Money value_fen={row.valueFen} />,
    },
  ];
}
