import { Link } from '@remix-run/react';
import type { RegisterHousehold } from '~db/queries/register.server';
import type { PersonCategory } from '~/domain/register';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { DataTable, type Column } from '~/ui/data-table';
import { DayText } from '~/ui/date-text';
import { useRegisterWords } from '~/ui/register-words';

type Member = RegisterHousehold['members'][number];

export function MemberTable({ members }: { members: readonly Member[] }) {
  const t = useText('register');
  const { categories, relationships } = useRegisterWords();
  const columns: Column<Member>[] = [
    {
      key: 'name',
      header: t('name'),
      heading: true,
      cell: (row) => (
        <Link to={paths.person(row.personId)} className="underline underline-offset-4">
          {row.identity.name}
        </Link>
      ),
    },
    {
      key: 'relationship',
      header: t('relationship'),
      cell: (row) => relationships[row.relationship],
    },
    {
      key: 'born',
      header: t('bornOn'),
      nowrap: true,
      cell: (row) => (row.bornOn ? <DayText day={row.bornOn} /> : t('notKnown')),
    },
    {
      key: 'idNumber',
      header: t('idNumber'),
      nowrap: true,
      cell: (row) => row.identity.idNumber ?? t('notKnown'),
    },
    {
      key: 'categories',
      header: t('categories'),
      cell: (row) => row.categories.map((one) => categories[one as PersonCategory]).join('、'),
    },
  ];
  return (
    <DataTable
      caption={t('members')}
      captionHidden
      columns={columns}
      rows={members}
      rowKey={(row) => row.personId}
      empty={null}
    />
  );
}
