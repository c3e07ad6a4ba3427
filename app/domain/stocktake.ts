import type { DomainError } from './error';
import { domainError } from './result';

export const stocktakeReasons = [
  'miscounted',
  'damaged',
  'spoiled',
  'stolen',
  'unrecorded_intake',
  'unrecorded_use',
  'found',
  'other',
] as const;
export type StocktakeReason = (typeof stocktakeReasons)[number];

/** Free stock of one lot, loose or in a parcel, as counted; smallest units. */
export interface StocktakeLine {
  lotId: string;
  parcelId: string;
  /** What the books held when the sheet was drawn. */
  book: number;
  counted: number;
  reason?: StocktakeReason | undefined;
}

export interface StocktakeDifference {
  lotId: string;
  parcelId: string;
  reason: StocktakeReason;
  /** To be posted as lost. */
  short: number;
  /** To be posted as found: drawn from what was lost of the lot at this place before. */
  foundAgain: number;
  /** Found with no loss to draw on: enters as a donation line "source unknown". */
  unknownSource: number;
}

/** Why the count cannot stand: unexplained, counted twice, or drawn from books that have changed since. */
export function stocktakeRefusal(
  lines: readonly StocktakeLine[],
  bookNow: (line: StocktakeLine) => number,
): DomainError | undefined {
  if (lines.length === 0) return domainError('form.nothing_entered');
  const seen = new Set<string>();
  for (const [index, line] of lines.entries()) {
    const field = `lines[${index}].counted`;
    const key = `${line.lotId} ${line.parcelId}`;
    if (seen.has(key)) return domainError('stocktake.counted_twice', undefined, field);
    seen.add(key);
    if (!Number.isInteger(line.counted) || line.counted < 0)
      return domainError('quantity.not_whole', { factor: 1 }, field);
    const now = bookNow(line);
    if (now !== line.book)
      return domainError('stocktake.books_changed', { before: line.book, now }, field);
    if (line.counted !== line.book && !line.reason) {
      return domainError(
        'stocktake.reason_missing',
        { book: line.book, counted: line.counted },
        `lines[${index}].reason`,
      );
    }
  }
  return undefined;
}

/** What has to be posted; `lossLeft` is what the loss accounts of the place still hold of a lot. */
export function stocktakeDifferences(
  lines: readonly StocktakeLine[],
  lossLeft: (lotId: string) => number,
): StocktakeDifference[] {
  const drawn = new Map<string, number>();
  return lines.flatMap(({ lotId, parcelId, book, counted, reason }) => {
    if (counted === book) return [];
    const surplus = Math.max(0, counted - book);
    // Two lines of one lot draw on the same loss.
    const before = drawn.get(lotId) ?? 0;
    const foundAgain = Math.min(surplus, Math.max(0, lossLeft(lotId) - before));
    drawn.set(lotId, before + foundAgain);
    const short = Math.max(0, book - counted);
    return [
      {
        lotId,
        parcelId,
        reason: reason ?? 'other',
        short,
        foundAgain,
        unknownSource: surplus - foundAgain,
      },
    ];
  });
}
