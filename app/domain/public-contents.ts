/** What a parcel or donation holds of one item in one size ('' where it has none), smallest units. */
export interface ContentLine {
  itemId: string;
  size: string;
  quantity: number;
}

export interface PublicContent {
  itemId: string;
  /** Left out where it is told as `fewerThan`. */
  quantity?: number | undefined;
  fewerThan?: number | undefined;
  sizes: { size: string; quantity: number }[];
  /** What is in sizes that are not told. */
  otherSizes: number;
}

/**
 * Goods as anyone may see them. A size that only a few wear, beside the name of a village, would point at one child: so
 * sizes under the threshold are told together, and of worn goods fewer than that not even the number. Source:
 * rules.md, "Privacy and security" (cells under 5).
 * @param sizesTold false where the goods went to so few households that their sizes say whose they are.
 */
export function publicContents(
  lines: readonly ContentLine[],
  threshold: number,
  sizesTold = true,
): PublicContent[] {
  const items = [...new Set(lines.map((line) => line.itemId))];
  return items.map((itemId) => {
    const own = sumBySize(lines.filter((line) => line.itemId === itemId));
    const quantity = own.reduce((sum, line) => sum + line.quantity, 0);
    const worn = own.some((line) => line.size !== '');
    if (!worn) return { itemId, quantity, sizes: [], otherSizes: 0 };
    if (quantity < threshold) return { itemId, fewerThan: threshold, sizes: [], otherSizes: 0 };
    const sizes = own.filter((line) => sizesTold && line.size !== '' && line.quantity >= threshold);
    const told = sizes.reduce((sum, line) => sum + line.quantity, 0);
    return { itemId, quantity, sizes, otherSizes: quantity - told };
  });
}

function sumBySize(lines: readonly ContentLine[]): { size: string; quantity: number }[] {
  const sums = new Map<string, number>();
  for (const { size, quantity } of lines) sums.set(size, (sums.get(size) ?? 0) + quantity);
  return [...sums]
    .filter(([, quantity]) => quantity > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([size, quantity]) => ({ size, quantity }));
}
