import { displayUnit } from '~/domain/catalogue';
import { useText } from '~/i18n/text';
import { DataTable, type Column } from '~/ui/data-table';
import { useAmount, useName } from '~/ui/item-amount';
import type { CampaignPageData } from './campaign-page.server';

/** What was asked for in the campaign, item by item, as far as the reader sees its requests. */
export function NeedsCard({ page }: { page: CampaignPageData }) {
  const t = useText('donations');
  const nameOf = useName();
  const amount = useAmount();
  if (page.needs.length === 0) return null;
  type Need = CampaignPageData['needs'][number];
  const itemOf = (need: Need) => page.items.find(({ id }) => id === need.itemId);
  const column = (key: 'asked' | 'approved' | 'allocated', header: string): Column<Need> => ({
    key,
    header,
    align: 'end',
    nowrap: true,
    cell: (need) => {
      const item = itemOf(need);
      return item && amount(need[key], item.units, displayUnit(item).code);
    },
  });
  return (
    <DataTable
      caption={t('campaignNeeds')}
      rows={page.needs}
      rowKey={(need) => need.itemId}
      columns={[
        {
          key: 'item',
          header: t('item'),
          heading: true,
          cell: (need) => {
            const item = itemOf(need);
            return item && nameOf(item);
          },
        },
        column('asked', t('needAsked')),
        column('approved', t('needApproved')),
        column('allocated', t('needAllocated')),
      ]}
      empty={null}
    />
  );
}
