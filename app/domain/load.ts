/** Goods as a lorry feels them. */
export interface Load {
  weightG: number;
  volumeMl: number;
}

/** What goods weigh and how much room they take, from the catalogue's figures of one smallest unit. */
export function loadOf(
  goods: readonly { quantity: number; weightMg: number; volumeUl: number }[],
): Load {
  const sum = (of: (one: (typeof goods)[number]) => number) =>
    goods.reduce((total, one) => total + one.quantity * of(one), 0);
  return {
    weightG: Math.round(sum((one) => one.weightMg) / 1000),
    volumeMl: Math.round(sum((one) => one.volumeUl) / 1000),
  };
}
