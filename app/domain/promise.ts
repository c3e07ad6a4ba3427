/** One donation line's goods that came in sound, in one lot. */
export interface ArrivedLot {
  donationLineId: string;
  lotId: string;
  quantity: number;
  /** Packs stay whole: what is held is a multiple of it. */
  packSize?: number | undefined;
}

/** An allocation line that waits for goods of a donation line, oldest decision first. */
export interface OpenPromise {
  allocationLineId: string;
  donationLineId: string;
  /** Smallest units promised and neither held nor released. */
  open: number;
}

export interface KeptFromLot {
  allocationLineId: string;
  donationLineId: string;
  lotId: string;
  quantity: number;
}

/**
 * Which promises the goods keep: the oldest decision first, from the lots in their order, partly where fewer came.
 * One promise may be kept out of several lots. What is quarantined keeps none, so it is not among `lots`.
 */
export function keepPromises(
  promises: readonly OpenPromise[],
  lots: readonly ArrivedLot[],
): KeptFromLot[] {
  const kept: KeptFromLot[] = [];
  const free = lots.map((lot) => ({ ...lot }));
  for (const { allocationLineId, donationLineId, open } of promises) {
    let left = open;
    for (const lot of free) {
      if (lot.donationLineId !== donationLineId) continue;
      const packs = Math.floor(Math.min(left, lot.quantity) / (lot.packSize ?? 1));
      const quantity = packs * (lot.packSize ?? 1);
      if (quantity === 0) continue;
      lot.quantity -= quantity;
      left -= quantity;
      kept.push({ allocationLineId, donationLineId, lotId: lot.lotId, quantity });
    }
  }
  return kept;
}
