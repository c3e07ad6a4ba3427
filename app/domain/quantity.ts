import { readDecimal, wholeMultiple } from './number-text';
import { ok, refuse, type Result } from './result';

/** The unit in which an item is counted in the books; every quantity is an integer of it. */
export const smallestUnits = ['g', 'ml', 'piece'] as const;
export type SmallestUnit = (typeof smallestUnits)[number];

/** Largest quantity of one line, in the smallest unit: 9,999 t of rice counted in grams. */
export const maxQuantity = 9_999_999_999;

/** One way to say a quantity of an item; `factor` is how many smallest units one of it holds. */
export interface Unit {
  code: string;
  factor: number;
}

export function isQuantity(quantity: number): boolean {
  return Number.isInteger(quantity) && quantity >= 1 && quantity <= maxQuantity;
}

/** `value` of a unit in smallest units. Refuses what is not positive, too large or not whole. */
export function toSmallest(value: number, factor: number, field?: string): Result<number> {
  if (!Number.isFinite(value)) return refuse('quantity.not_a_number', undefined, field);
  // A number in exponent form is either far too large or far too small to be whole.
  if (Math.abs(value) >= 1e21) return inRange(BigInt(Math.trunc(value)), factor, field);
  return parseQuantity(plainDigits(value), factor, field);
}

/** What a person typed in a quantity cell, in smallest units. `factor` belongs to the unit shown beside the cell. */
export function parseQuantity(text: string, factor: number, field?: string): Result<number> {
  if (text.trim() === '') return refuse('form.required', undefined, field);
  const value = readDecimal(text);
  if (!value) return refuse('quantity.not_a_number', undefined, field);
  if (value.digits <= 0n) return refuse('quantity.not_positive', undefined, field);
  const smallest = wholeMultiple(value, factor);
  if (smallest === undefined) return refuse('quantity.not_whole', { factor }, field);
  return inRange(smallest, factor, field);
}

/** The same for a counted cell, where empty and 0 are answers: none. */
export function parseCount(text: string, factor: number, field?: string): Result<number> {
  if (text.trim() === '' || readDecimal(text)?.digits === 0n) return ok(0);
  return parseQuantity(text, factor, field);
}

/** Units that say nothing of how goods are packed. */
const measures: ReadonlySet<string> = new Set(['g', 'kg', 't', 'ml', 'l']);
/** Said by people, never chosen by us: half a kilogram. */
const spokenMeasures: ReadonlySet<string> = new Set(['jin']);

/** Whether goods can come in packs of this unit, as bags or boxes. */
export function isPack(unit: Unit): boolean {
  return unit.factor > 1 && !measures.has(unit.code) && !spokenMeasures.has(unit.code);
}

/**
 * The quantity in the largest measure that comes out whole; data, for `Intl` to print. Bags and boxes are never guessed:
 * 50 kg may have come in bags of 10 or of 25. Counted goods stay in pieces: a column that says 48 sets and then 3 boxes
 * of ten cannot be read down.
 */
export function inLargestUnit(
  quantity: number,
  units: readonly Unit[],
): { value: number; unit: string } {
  const piece = units.find((unit) => unit.code === 'piece');
  if (piece) return { value: quantity / piece.factor, unit: piece.code };
  const whole = units
    .filter((unit) => unit.factor === 1 || measures.has(unit.code))
    .filter((unit) => quantity % unit.factor === 0)
    .reduce<Unit | undefined>(
      (best, unit) => (best && best.factor >= unit.factor ? best : unit),
      undefined,
    );
  if (!whole) throw new Error('An item has no unit of factor 1.');
  // Zero divides by every unit; "0 t" would be true and silly.
  if (quantity === 0) return { value: 0, unit: smallestOf(units).code };
  return { value: quantity / whole.factor, unit: whole.code };
}

function smallestOf(units: readonly Unit[]): Unit {
  return units.reduce((least, unit) => (unit.factor < least.factor ? unit : least));
}

function inRange(smallest: bigint, factor: number, field?: string): Result<number> {
  if (smallest <= 0n) return refuse('quantity.not_positive', undefined, field);
  if (smallest > BigInt(maxQuantity)) {
    return refuse('quantity.too_large', { max: Math.floor(maxQuantity / factor) }, field);
  }
  return ok(Number(smallest));
}

function plainDigits(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(20) : text;
}
