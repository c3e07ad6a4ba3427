/** Goods that a draft lists: held for an allocation line, or free where that is null. Smallest units. */
export interface DraftedGoods {
  allocationLineId: string | null;
  lotId: string;
  parcelId: string;
  quantity: number;
}

/** What a draft lists once loose goods have gone into a parcel: the parcel goes with it, and so much less of them loose. */
export function withPacked(
  drafted: readonly DraftedGoods[],
  packed: readonly DraftedGoods[],
  parcelId: string,
): DraftedGoods[] {
  const loose = drafted.map((line) => {
    const taken = packed.find((one) => isSame(one, line))?.quantity ?? 0;
    return { ...line, quantity: line.quantity - taken };
  });
  return [
    ...loose.filter((line) => line.quantity > 0),
    ...packed.map((line) => ({ ...line, parcelId })),
  ];
}

function isSame(a: DraftedGoods, b: DraftedGoods): boolean {
  return (
    a.allocationLineId === b.allocationLineId && a.lotId === b.lotId && a.parcelId === b.parcelId
  );
}
