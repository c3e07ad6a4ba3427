import type { CatalogueItem } from '~/domain/catalogue';
import { useAmount, useName } from '~/ui/item-amount';
import { displayUnit } from '~/domain/catalogue';
import type { DonationPageData } from './donation-page.server';

type Line = DonationPageData['donation']['lines'][number];

/** Words for the goods of a donation's lines: item with size, and quantities in the unit people read. */
export function useGoodsWords({ items }: Pick<DonationPageData, 'items'>) {
  const nameOf = useName();
  const amount = useAmount();
  const itemOf = (itemId: string): CatalogueItem => {
    const item = items.find((one) => one.id === itemId);
    if (!item) throw new Error(`there is no item ${itemId}`);
    return item;
  };
  const itemName = (itemId: string) => nameOf(itemOf(itemId));
  return {
    itemOf,
    itemName,
    lineName: (line: Pick<Line, 'itemId' | 'size'>) =>
      line.size ? `${itemName(line.itemId)} ${line.size}` : itemName(line.itemId),
    quantity: (itemId: string, quantity: number) => {
      const item = itemOf(itemId);
      return amount(quantity, item.units, displayUnit(item).code);
    },
  };
}
