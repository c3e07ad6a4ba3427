import { Link } from '@remix-run/react';
import { HandHeart } from 'lucide-react';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { DataTable, type Column } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { useDonationColumns } from '../donations._index/use-donation-columns';
import { useRequestColumns } from '../requests._index/use-request-columns';
import type { CampaignPageData } from './campaign-page.server';

/** The latest donations and requests of the campaign, each with the way to all of them. */
export function CampaignLists({ page }: { page: CampaignPageData }) {
  const t = useText('donations');
  const { campaign, donations, requests } = page;
  const donationColumns = unsorted(useDonationColumns()).filter(({ key }) => !leftOut.has(key));
  const requestColumns = unsorted(useRequestColumns());
  return (
    <>
      <div className="space-y-2">
        <DataTable
          caption={t('campaignDonations', { count: donations.total })}
          columns={donationColumns}
          rows={donations.rows}
          rowKey={(row) => row.id}
          empty={<EmptyState icon={HandHeart} title={t('campaignNoDonations')} />}
        />
        {donations.total > donations.rows.length && (
          <SeeAll to={`${paths.donations}?campaignId=${campaign.id}`} />
        )}
      </div>
      {requests && requests.total > 0 && (
        <div className="space-y-2">
          <DataTable
            caption={t('campaignRequests', { count: requests.total })}
            columns={requestColumns}
            rows={requests.rows}
            rowKey={(row) => row.id}
            empty={null}
          />
          {requests.total > requests.rows.length && (
            <SeeAll to={`${paths.requests}?campaign=${campaign.id}`} />
          )}
        </div>
      )}
    </>
  );
}

/** There is less room beside the facts; the donation itself tells both. */
const leftOut = new Set(['placeName', 'deliverOn']);

/** The lists themselves sort; here are the latest. */
function unsorted<Row>(columns: readonly Column<Row>[]): Column<Row>[] {
  return columns.map((column) => ({ ...column, sortable: false }));
}

function SeeAll({ to }: { to: string }) {
  const t = useText('donations');
  return (
    <Link to={to} className="inline-flex min-h-11 items-center underline underline-offset-4">
      {t('seeAll')}
    </Link>
  );
}
