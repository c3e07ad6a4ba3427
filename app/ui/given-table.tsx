import { Link } from '@remix-run/react';
import type { CatalogueItem } from '~/domain/catalogue';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { DataTable } from './data-table';
import { Amount, useName } from './item-amount';

export interface GivenRow {
  /** The request line. */
  id: string;
  requestId: string;
  item: CatalogueItem | undefined;
  size: string;
  names: { placeName: string; programmeName: string; countyName: string | null } | undefined;
  /** Still open, smallest units, as what is given. */
  quantity: number;
  given: readonly number[];
}

interface GivenTableProps {
  caption: string;
  rows: readonly GivenRow[];
  /** One for each entry of `given`. */
  headers: readonly string[];
  empty: string;
}

/** What needs are given in one way and in another. */
export function GivenTable({ caption, rows, headers, empty }: GivenTableProps) {
  const t = useText('plans');
  const nameOf = useName();
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'need',
          header: t('need'),
          heading: true,
          cell: (row) => (
            <>
              <Link to={paths.request(row.requestId)} className="underline underline-offset-4">
                {row.item && nameOf(row.item)} {row.size}
              </Link>
              <span className="block text-sm font-normal text-ink-soft">
                {[row.names?.placeName, row.names?.programmeName, row.names?.countyName]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </>
          ),
        },
        {
          key: 'open',
          header: t('open'),
          align: 'end',
          cell: (row) => <Amount quantity={row.quantity} units={row.item?.units ?? []} />,
        },
        ...headers.map((header, at) => ({
          key: `given-${at}`,
          header,
          align: 'end' as const,
          cell: (row: GivenRow) => (
            <Amount quantity={row.given[at] ?? 0} units={row.item?.units ?? []} />
          ),
        })),
      ]}
      empty={<p className="text-ink-soft">{empty}</p>}
    />
  );
}
