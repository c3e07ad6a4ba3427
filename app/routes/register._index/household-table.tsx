import { Link } from '@remix-run/react';
import type { RegisterHousehold } from '~db/queries/register.server';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { DataTable, type Column } from '~/ui/data-table';
import { DayText } from '~/ui/date-text';
import type { PageOfRows } from '~/ui/pager';
import { useRegisterWords } from '~/ui/register-words';
import type { PersonCategory } from '~/domain/register';

interface HouseholdTableProps {
  caption: string;
  households: readonly RegisterHousehold[];
  page?: PageOfRows | undefined;
  /** By the day of registration, through the address. */
  sortable?: boolean | undefined;
}

export function HouseholdTable({ caption, households, page, sortable }: HouseholdTableProps) {
  const t = useText('register');
  const { categories } = useRegisterWords();
  const columns: Column<RegisterHousehold>[] = [
    {
      key: 'head',
      header: t('head'),
      heading: true,
      cell: (row) => (
        <Link to={paths.household(row.householdId)} className="underline underline-offset-4">
          {row.members.find(({ isHead }) => isHead)?.identity.name ?? t('household')}
        </Link>
      ),
    },
    {
      key: 'others',
      header: t('members'),
      cell: (row) =>
        row.members
          .filter(({ isHead }) => !isHead)
          .map(({ identity }) => identity.name)
          .join('、'),
    },
    { key: 'count', header: t('memberCount'), align: 'end', cell: (row) => row.members.length },
    {
      key: 'categories',
      header: t('categories'),
      cell: (row) =>
        [...new Set(row.members.flatMap((member) => member.categories))]
          .map((category) => categories[category as PersonCategory])
          .join('、'),
    },
    {
      key: 'since',
      header: t('registeredOn'),
      sortable,
      nowrap: true,
      cell: (row) => <DayText day={row.registeredOn} />,
    },
  ];
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={columns}
      rows={households}
      rowKey={(row) => row.householdId}
      page={page}
      empty={null}
    />
  );
}
