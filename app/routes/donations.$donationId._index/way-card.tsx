import { Link } from '@remix-run/react';
import { addFigures } from '~/domain/donation-figures';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { buttonLooks } from '~/ui/button-looks';
import { Card } from '~/ui/card';
import { ItemWay } from '~/ui/item-way';
import type { DonationPageData } from './donation-page.server';
import { useGoodsWords } from './goods-words';

/** Each item's way, all its sizes together: a bar for the eye, and the figures that add up. */
export function WayCard({ page }: { page: DonationPageData }) {
  const t = useText('donations');
  const map = useText('map');
  const goods = useGoodsWords(page);
  const { lines } = page.donation;
  const itemIds = [...new Set(lines.map((line) => line.itemId))];
  return (
    <Card
      title={t('way')}
      tools={
        <Link to={paths.donationMap(page.donation.id)} className={buttonLooks('quiet', false)}>
          {map('onTheMap')}
        </Link>
      }
    >
      <p className="text-sm text-ink-soft">{t('wayHint')}</p>
      <div className="space-y-8">
        {itemIds.map((itemId) => {
          const own = lines.filter((line) => line.itemId === itemId);
          const figures = addFigures(own.map((line) => line.figures));
          const print = (value: number) => goods.quantity(itemId, value);
          return <ItemWay key={itemId} name={goods.itemName(itemId)} {...{ figures, print }} />;
        })}
      </div>
    </Card>
  );
}
