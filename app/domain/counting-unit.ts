import { inLargestUnit, type Unit } from './quantity';

/** The unit that goods are counted in by hand: whole packs where they are known, else the largest measure that comes out whole. */
export function countingUnit(
  quantity: number,
  units: readonly Unit[],
  packSize?: number | null,
): Unit {
  const packs = packSize && units.find((unit) => unit.factor === packSize);
  if (packs && quantity % packs.factor === 0) return packs;
  const { unit } = inLargestUnit(quantity, units);
  const found = units.find((one) => one.code === unit);
  if (!found) throw new Error('a unit that the item does not have');
  return found;
}
