import { displayUnit } from '~/domain/catalogue';
import { useText } from '~/i18n/text';
import { Card } from '~/ui/card';
import { useAmount, useName } from '~/ui/item-amount';
import { ItemWay } from '~/ui/item-way';
import type { CampaignPageData } from './campaign-page.server';

/** Where the goods of the campaign are, item by item, as far as the reader sees its donations. */
export function GoodsCard({ page }: { page: CampaignPageData }) {
  const t = useText('donations');
  const nameOf = useName();
  const amount = useAmount();
  if (page.goods.length === 0) return null;
  return (
    <Card title={t('way')}>
      <p className="text-sm text-ink-soft">{t('wayHint')}</p>
      <div className="space-y-8">
        {page.goods.map(({ itemId, figures }) => {
          const item = page.items.find(({ id }) => id === itemId);
          if (!item) return null;
          const print = (value: number) => amount(value, item.units, displayUnit(item).code);
          return <ItemWay key={itemId} name={nameOf(item)} {...{ figures, print }} />;
        })}
      </div>
    </Card>
  );
}
