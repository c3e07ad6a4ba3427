import type { CatalogueItem } from '~/domain/catalogue';
import { useAmount, useName } from '~/ui/item-amount';
import { countingUnit } from '~/domain/counting-unit';
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
    /** In whole packs where the goods are known to have come in them. */
    quantity: (itemId: string, quantity: number, packSize?: number | null) => {
      const item = itemOf(itemId);
      const unit = packSize ? countingUnit(quantity, item.units, packSize) : displayUnit(item);
      return amount(quantity, item.units, unit.code);
    },
  };
}
