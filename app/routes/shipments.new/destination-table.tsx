import type { ReactNode } from 'react';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { DataTable } from '~/ui/data-table';
import { DayText } from '~/ui/date-text';
import { LinkButton } from '~/ui/link-button';

interface DestinationTableProps {
  destinations: readonly {
    fromPlaceId: string;
    fromName: string;
    toPlaceId: string;
    toName: string;
    needBy: string;
    rows: number;
  }[];
  empty: ReactNode;
}

/** The first step: one row for each place that goods wait to be sent to. */
export function DestinationTable({ destinations, empty }: DestinationTableProps) {
  const t = useText('shipments');
  return (
    <DataTable
      caption={t('destinationsTitle')}
      rows={destinations}
      rowKey={(row) => `${row.fromPlaceId} ${row.toPlaceId}`}
      empty={empty}
      columns={[
        { key: 'to', header: t('destination'), heading: true, cell: (row) => row.toName },
        { key: 'from', header: t('from'), cell: (row) => row.fromName },
        { key: 'needBy', header: t('needBy'), cell: (row) => <DayText day={row.needBy} /> },
        { key: 'rows', header: t('rows'), align: 'end', cell: (row) => row.rows },
        {
          key: 'prepare',
          header: '',
          align: 'end',
          cell: (row) => (
            <LinkButton
              kind="secondary"
              to={`${paths.newShipment}?from=${row.fromPlaceId}&to=${row.toPlaceId}`}
            >
              {t('prepare')}
            </LinkButton>
          ),
        },
      ]}
    />
  );
}
