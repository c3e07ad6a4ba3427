import { Link, useSearchParams } from '@remix-run/react';
import type { MapPerspective } from '~/domain/map';
import { useText } from '~/i18n/text';
import { Badge } from '~/ui/badge';
import type { Column } from '~/ui/data-table';
import { DayText } from '~/ui/date-text';
import { Money } from '~/ui/money';
import { urgencyTones, useRequestLabels } from '../requests.new/request-labels';
import type { CentreRow } from './load-map.server';
import { useMapWords } from './map-words';

/** The table says what the map draws. */
export function useCentreColumns(perspective: MapPerspective): Column<CentreRow>[] {
  const t = useText('map');
  const words = useMapWords(perspective);
  const labels = useRequestLabels();
  const [search] = useSearchParams();
  const name: Column<CentreRow> = {
    key: 'name',
    header: t('centre'),
    heading: true,
    sortable: true,
    cell: (row) => {
      const params = new URLSearchParams(search);
      params.set('centre', row.id);
      return (
        <>
          <Link to={`?${params}`} className="font-semibold underline underline-offset-4">
            {row.name}
          </Link>
          <span className="block text-sm font-normal text-ink-soft">
            {[row.township, row.county].filter(Boolean).join('，')}
            {!row.onMap && `（${t('notOnMap')}）`}
          </span>
        </>
      );
    },
  };
  const needColumns: Column<CentreRow>[] = [
    {
      key: 'persons',
      header: t('personsWaiting'),
      align: 'end',
      sortable: true,
      cell: (row) => words.number(row.persons),
    },
    {
      key: 'urgency',
      header: t('urgency'),
      sortable: true,
      cell: (row) =>
        row.urgency && (
          <Badge tone={urgencyTones[row.urgency]}>{labels.urgency(row.urgency)}</Badge>
        ),
    },
    {
      key: 'needBy',
      header: t('firstNeedBy'),
      sortable: true,
      nowrap: true,
      cell: (row) => row.needBy && <DayText day={row.needBy} />,
    },
  ];
  return [
    name,
    ...(perspective === 'need' ? needColumns : []),
    {
      key: 'fill',
      header: perspective === 'need' ? t('fill') : t('arrivedShare'),
      align: 'end',
      sortable: true,
      cell: (row) => words.fill(row.fill),
    },
    {
      key: 'onTheRoad',
      header: t('shipmentsComing'),
      align: 'end',
      sortable: true,
      cell: (row) => words.number(row.onTheRoad),
    },
    {
      key: 'value',
      header: t('valueReceived'),
      align: 'end',
      sortable: true,
      cell: (row) => <Money value_fen={row.valueFen} />,
    },
  ];
}
