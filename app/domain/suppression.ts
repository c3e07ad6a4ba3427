/** A number of people or households as the public may see it. */
export type PublicCount = number | { fewerThan: number } | { atLeast: number };

export interface SuppressedTable<K> {
  cells: { key: K; count: PublicCount }[];
  total: PublicCount;
}

/**
 * Hides every group smaller than `threshold` (rules.md, "Public views": cells under 5; a parameter),
 * and the total as far as it would give a hidden group away. The exact total would: less the groups
 * shown, it leaves the hidden ones' sum, which is one of them when there is one, and all of them when
 * each must be the least or the most it can be. So beside hidden groups the total is only a lower
 * bound that the reader could have worked out from the cells. Groups of 0 are left out.
 */
export function suppressCounts<K>(
  groups: readonly { key: K; count: number }[],
  threshold: number,
): SuppressedTable<K> {
  const present = groups.filter((group) => group.count > 0);
  const cells = present.map(({ key, count }) => ({
    key,
    count: count < threshold ? { fewerThan: threshold } : count,
  }));
  const shown = present.filter((group) => group.count >= threshold);
  const sum = shown.reduce((total, group) => total + group.count, 0);
  const hidden = present.length - shown.length;
  if (hidden === 0) return { cells, total: sum };
  if (present.length === 1) return { cells, total: { fewerThan: threshold } };
  return { cells, total: { atLeast: sum + hidden } };
}
