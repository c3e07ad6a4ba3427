import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { PackageOpen, Search } from 'lucide-react';
import { visibleScope } from '~/domain/actor';
import { roleMay } from '~/domain/policy';
import { parseCode } from '~/domain/public-code';
import { useLanguage, useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { refuseRequest } from '~/server/respond.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { DataTable, type Column } from '~/ui/data-table';
import { DayText } from '~/ui/date-text';
import { EmptyState } from '~/ui/empty-state';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { TextField } from '~/ui/text-field';
import {
  findDonationByCode,
  listDonations,
  type DonationInList,
} from '~db/queries/donations.server';

export const handle = pageTitle('intake', 'listTitle');

const PAGE_SIZE = 25;

/** What waits to be counted in. With `?code=` it leads straight to that donation's count. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  if (!roleMay('intake.count', actor.role)) refuseRequest({ code: 'access.role' });
  const { db } = context.env;
  const scope = visibleScope(actor);
  const search = new URL(request.url).searchParams;
  const typed = search.get('code')?.slice(0, 60) ?? '';
  const code = typed === '' ? undefined : parseCode(typed);
  if (code?.ok) {
    const donation = await findDonationByCode(db, scope, code.value.code);
    if (donation) throw redirect(paths.countDonation(donation.id, code.value.code));
  }
  const page = Math.max(1, Math.trunc(Number(search.get('page')) || 1));
  const waiting = await listDonations(db, scope, {
    status: 'accepted',
    toCome: true,
    sort: 'deliverOn',
    descending: false,
    page,
    pageSize: PAGE_SIZE,
  });
  const problem = code && (code.ok ? 'unknown' : code.error.code);
  return {
    rows: waiting.rows,
    page: { number: page, size: PAGE_SIZE, total: waiting.total },
    typed,
    problem,
  };
}

export default function IntakePage() {
  const t = useText('intake');
  const { rows, page, typed, problem } = useLoaderData<typeof loader>();
  const columns = useColumns();
  return (
    <Page title={t('listTitle')} lead={t('listLead')}>
      <Card>
        <Form method="get" className="flex flex-wrap items-end gap-3">
          <TextField
            name="code"
            label={t('byCode')}
            hint={t('byCodeHint')}
            defaultValue={typed}
            errors={problem ? [problem === 'unknown' ? t('codeUnknown') : problem] : undefined}
          />
          <Button kind="secondary" icon={Search}>
            {t('findByCode')}
          </Button>
        </Form>
      </Card>
      <p className="text-sm text-ink-soft">
        {t('doneElsewhere')}{' '}
        <Link to={paths.donations} className="underline underline-offset-4">
          {t('allDonations')}
        </Link>
        {t('stop')}
      </p>
      <DataTable
        caption={t('waiting')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        page={page}
        empty={
          <EmptyState icon={PackageOpen} title={t('noneWaiting')}>
            {t('noneWaitingHint')}
          </EmptyState>
        }
      />
    </Page>
  );
}

function useColumns(): Column<DonationInList>[] {
  const t = useText('intake');
  const d = useText('donations');
  const language = useLanguage();
  return [
    {
      key: 'code',
      header: t('goods'),
      heading: true,
      cell: (row) => (
        <Link to={paths.countDonation(row.id)} className="underline underline-offset-4">
          {(language === 'en' ? row.itemNamesEn : row.itemNamesZh).join(t('comma'))}
          <span className="block text-sm font-normal text-ink-soft">{row.code}</span>
        </Link>
      ),
    },
    { key: 'donor', header: d('donor'), cell: (row) => row.donorName ?? d('donorUnknown') },
    { key: 'place', header: d('place'), cell: (row) => row.placeName },
    {
      key: 'deliverOn',
      header: d('deliverOn'),
      nowrap: true,
      cell: (row) => (row.deliverOn ? <DayText day={row.deliverOn} /> : '—'),
    },
  ];
}
