import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { HeldByPerson } from '~db/queries/people.server';
import { useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { DataTable, type Column } from '~/ui/data-table';
import { DayText } from '~/ui/date-text';
import { EnvelopeFields } from '~/ui/envelope-fields';
import { Menu } from '~/ui/menu';
import type { PageOfRows } from '~/ui/pager';

interface Row extends HeldByPerson {
  formKey: string;
}

interface PeopleTableProps {
  rows: readonly Row[];
  page: PageOfRows;
  membershipId: string;
  filter: ReactNode;
  empty: ReactNode;
}

export function PeopleTable({ rows, page, membershipId, filter, empty }: PeopleTableProps) {
  const t = useText('auth');
  const roleName = useText('roles');
  const columns: Column<Row>[] = [
    {
      key: 'person',
      header: t('person'),
      heading: true,
      sortable: true,
      cell: (row) => (
        <>
          {row.name} <span className="text-sm font-normal text-ink-soft">{row.userName}</span>
        </>
      ),
    },
    {
      key: 'organisation',
      header: t('organisation'),
      sortable: true,
      cell: (row) => row.organisationName,
    },
    { key: 'role', header: t('role'), sortable: true, cell: (row) => roleName(row.role) },
    {
      key: 'since',
      header: t('since'),
      sortable: true,
      nowrap: true,
      cell: (row) => <DayText day={row.validFrom} />,
    },
    {
      key: 'until',
      header: t('until'),
      nowrap: true,
      cell: (row) => (row.validTo ? <DayText day={row.validTo} /> : t('stateCurrent')),
    },
    {
      key: 'manage',
      header: t('manage'),
      cell: (row) => <ManageMenu row={row} membershipId={membershipId} />,
    },
  ];
  return (
    <DataTable
      caption={t('peopleTitle')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={(row) => row.membershipId}
      page={page}
      filter={filter}
      empty={empty}
    />
  );
}

/** Two rare and weighty acts, each with what it does; hidden until asked for. */
function ManageMenu({ row, membershipId }: { row: Row; membershipId: string }) {
  const t = useText('auth');
  return (
    <Menu summary={t('manage')} label={`${t('manage')}：${row.name}`}>
      <Form method="post" className="space-y-4 p-2 text-start whitespace-normal">
        <EnvelopeFields membershipId={membershipId} formKey={row.formKey} />
        <input type="hidden" name="membershipId" value={row.membershipId} />
        {row.validTo === null && (
          <div className="space-y-1.5">
            <p className="text-sm text-ink-soft">{t('endExplained')}</p>
            <Button kind="danger" name="_intent" value="end">
              {t('endMembership')}
            </Button>
          </div>
        )}
        <div className="space-y-1.5">
          <p className="text-sm text-ink-soft">{t('revokeExplained')}</p>
          <Button kind="secondary" name="_intent" value="revoke">
            {t('revokeSessions')}
          </Button>
        </div>
      </Form>
    </Menu>
  );
}
