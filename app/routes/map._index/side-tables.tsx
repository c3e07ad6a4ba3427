import { Link } from '@remix-run/react';
import type { AreaShade } from '~/domain/map';
import { useLanguage, useText } from '~/i18n/text';
import { paths } from '~/paths';
import { Badge } from '~/ui/badge';
import { DataTable, type Column } from '~/ui/data-table';
import { DayText } from '~/ui/date-text';
import { withFigures } from '~/ui/map/area-figures';
import { StatusBadge } from '~/ui/status-badge';
import type { LoadedMap } from './load-map.server';
import { useMapWords } from './map-words';

/** The lines of the map. */
export function DeliveriesTable({ loaded }: { loaded: LoadedMap }) {
  const t = useText('map');
  const { roads, roadsTotal } = loaded;
  const columns: Column<LoadedMap['roads'][number]>[] = [
    {
      key: 'way',
      header: t('way'),
      heading: true,
      cell: (row) => (
        <Link
          to={paths.shipment(row.shipmentId)}
          className="font-semibold underline underline-offset-4"
        >
          {t('fromTo', { from: row.from, to: row.to })}
        </Link>
      ),
    },
    {
      key: 'status',
      header: t('status'),
      cell: (row) => (
        <span className="flex flex-wrap gap-2">
          <StatusBadge status={`shipment.${row.status}`} />
          {row.late && <Badge tone="trouble">{t('late')}</Badge>}
        </span>
      ),
    },
    {
      key: 'dispatchedOn',
      header: t('dispatchedOn'),
      nowrap: true,
      cell: (row) => <DayText day={row.dispatchedOn} />,
    },
  ];
  if (roadsTotal === 0) return null;
  return (
    <div className="space-y-2">
      <DataTable
        caption={t('deliveries')}
        columns={columns}
        rows={roads}
        rowKey={(row) => row.shipmentId}
        empty={null}
      />
      {roadsTotal > roads.length && (
        <p className="text-sm">
          <Link to={paths.shipments} className="underline underline-offset-4">
            {t('allDeliveries', { count: roadsTotal })}
          </Link>
        </p>
      )}
    </div>
  );
}

/** What the areas are shaded by. */
export function AreasTable({ loaded }: { loaded: LoadedMap }) {
  const t = useText('map');
  const language = useLanguage();
  const { first, shading } = loaded;
  const labels = {
    none: '',
    need: t('personsWaiting'),
    fill: first.perspective === 'need' ? t('fill') : t('arrivedShare'),
    value: t('valueReceived'),
  };
  const columns: Column<AreaShade>[] = [
    { key: 'name', header: t('division'), heading: true, cell: (row) => row.name },
    { key: 'figure', header: labels[shading], align: 'end', cell: (row) => row.figure },
  ];
  if (first.areas.length === 0) return null;
  return (
    <DataTable
      caption={t('areas')}
      columns={columns}
      rows={withFigures(first.areas, shading, language)}
      rowKey={(row) => row.divisionCode}
      empty={null}
    />
  );
}

export function DepotsTable({ loaded }: { loaded: LoadedMap }) {
  const t = useText('map');
  const words = useMapWords(loaded.first.perspective);
  const columns: Column<LoadedMap['depots'][number]>[] = [
    {
      key: 'depot',
      header: t('depot'),
      heading: true,
      cell: (row) =>
        loaded.first.perspective === 'need' ? (
          <Link
            to={paths.organisation(row.organisationId)}
            className="font-semibold underline underline-offset-4"
          >
            {row.name}
          </Link>
        ) : (
          row.name
        ),
    },
    { key: 'county', header: t('division'), cell: (row) => row.county },
    {
      key: 'lots',
      header: t('kindsInStock'),
      align: 'end',
      cell: (row) => words.number(row.lots),
    },
  ];
  if (loaded.depots.length === 0) return null;
  return (
    <DataTable
      caption={t('depots')}
      columns={columns}
      rows={loaded.depots}
      rowKey={(row) => row.id}
      empty={null}
    />
  );
}
