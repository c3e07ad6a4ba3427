import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { HeldByPerson } from '~db/queries/people.server';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { Button } from '~/ui/button';
import { DataTable, type Column } from '~/ui/data-table';
import { DayText } from '~/ui/date-text';
import { EnvelopeFields } from '~/ui/envelope-fields';
import { LinkButton } from '~/ui/link-button';
import type { PageOfRows } from '~/ui/pager';

interface Row extends HeldByPerson {
  formKey: string;
}

interface PeopleTableProps {
  rows: readonly Row[];
  page: PageOfRows;
  membershipId: string;
  /** Calendar day in Shanghai. */
  today: string;
  filter: ReactNode;
  empty: ReactNode;
}

export function PeopleTable({ rows, page, membershipId, today, filter, empty }: PeopleTableProps) {
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
      cell: (row) => <ManageMenu row={row} membershipId={membershipId} today={today} />,
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

/** Rare and weighty acts, each with what it does; hidden until asked for. */
function ManageMenu({
  row,
  membershipId,
  today,
}: {
  row: Row;
  membershipId: string;
  today: string;
}) {
  const t = useText('auth');
  return (
    <details className="text-start">
      <summary
        aria-label={`${t('manage')}：${row.name}`}
        className="flex min-h-11 cursor-pointer items-center text-persimmon underline-offset-4 hover:underline"
      >
        {t('manage')}
      </summary>
      <Form method="post" className="max-w-64 space-y-4 pt-1 pb-3 whitespace-normal">
        <EnvelopeFields membershipId={membershipId} formKey={row.formKey} />
        <input type="hidden" name="membershipId" value={row.membershipId} />
        {row.validTo === null && (
          <div className="space-y-1.5">
            <Button kind="danger" name="_intent" value="end">
              {t('endMembership')}
            </Button>
            <p className="text-sm text-ink-soft">{t('endExplained')}</p>
          </div>
        )}
        {(row.validTo === null || row.validTo > today) && (
          <LinkButton kind="secondary" to={paths.changeMembership(row.membershipId)}>
            {t('changeOrReset')}
          </LinkButton>
        )}
        <div className="space-y-1.5">
          <Button kind="secondary" name="_intent" value="revoke">
            {t('revokeSessions')}
          </Button>
          <p className="text-sm text-ink-soft">{t('revokeExplained')}</p>
        </div>
      </Form>
    </details>
  );
}
