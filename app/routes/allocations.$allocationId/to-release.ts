import type { CatalogueItem } from '~/domain/catalogue';
import { countingUnit } from '~/domain/counting-unit';
import type { LineWhereabouts } from '~/domain/request';

interface Line {
  id: string;
  itemId: string;
  where: LineWhereabouts;
}

/** The lines of which something can be taken back, each with how much (smallest units) and the unit to say it in. */
export function toRelease<L extends Line>(lines: readonly L[], items: readonly CatalogueItem[]) {
  return lines.flatMap((line) => {
    const { promised, held, atCentre } = line.where;
    const left = promised + held + atCentre;
    const item = items.find((one) => one.id === line.itemId);
    if (left === 0 || !item) return [];
    return [{ line, item, left, unit: countingUnit(left, item.units) }];
  });
}
