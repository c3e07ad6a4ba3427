import { productionRefusal, type CalendarDay } from './calendar';
import type { DomainError } from './error';
import { domainError } from './result';
import { isExpired, qualityGateRefusal, type QualityGate, type ShelfLife } from './shelf-life';

/** Why a count differs from the pledge, or goods were refused or held back. */
export const differenceReasons = [
  'short_delivered',
  'over_delivered',
  'damaged',
  'wet',
  'dirty',
  'unsafe',
  'expired',
  'too_little_life',
  'short_life_accepted',
  'wrong_item',
  'wrong_size',
  'other',
] as const;
export type DifferenceReason = (typeof differenceReasons)[number];

/** One line as counted at the door; smallest units. Sound and quarantined goods are received, refused ones never were. */
export interface CountLine extends ShelfLife {
  donationLineId: string;
  sound: number;
  quarantined: number;
  refused: number;
  /** Smallest units a pack, where goods come in packs that stay whole. */
  packSize?: number | undefined;
  reason?: DifferenceReason | undefined;
}

export interface CountRules {
  today: CalendarDay;
  gate: QualityGate;
  perishable: boolean;
  /** Smallest units still to come of the line before this delivery. */
  toCome: number;
  /** The person says that no more of this line will come: then too little is a difference as well. */
  lastDelivery: boolean;
}

export type CountDifference = 'none' | 'short' | 'over';

/** How the delivery stands to the pledge. Less than what is to come is no difference while more may come. */
export function countDifference(
  line: CountLine,
  rules: Pick<CountRules, 'toCome' | 'lastDelivery'>,
): CountDifference {
  const counted = countedOf(line);
  if (counted > rules.toCome) return 'over';
  return counted < rules.toCome && rules.lastDelivery ? 'short' : 'none';
}

/** What a count must know of a donation line. */
export interface CountedLine {
  perishable: boolean;
  /** Smallest units pledged that neither came nor were declined, whether still to come or closed short. */
  open: number;
  /** An earlier count said already that no more will come: that needs no second reason. */
  closed: boolean;
}

export interface RowProblem {
  /** Of the counted rows. */
  row: number;
  error: DomainError;
}

/**
 * Everything that is wrong with a count. Rows of one donation line (a row a best-before date) stand together against what
 * is open of it; where no more will come, one reason of its rows explains what is missing.
 */
export function countProblems(
  rows: readonly CountLine[],
  closing: readonly string[],
  lineOf: (donationLineId: string) => CountedLine,
  rules: Pick<CountRules, 'today' | 'gate'>,
): RowProblem[] {
  const left = new Map<string, number>();
  return rows.flatMap((row, at): RowProblem[] => {
    const { donationLineId: id } = row;
    const line = lineOf(id);
    const toCome = left.get(id) ?? line.open;
    left.set(id, Math.max(0, toCome - countedOf(row)));
    const own = rows.filter((one) => one.donationLineId === id);
    const last = own.at(-1) === row;
    const explained = line.closed || own.some((one) => one.reason);
    const lastDelivery = last && closing.includes(id) && !explained;
    if (countedOf(row) === 0 && !lastDelivery && isWhole(row)) return [];
    const error = countRefusal(row, { ...rules, ...line, toCome, lastDelivery });
    return error ? [{ row: at, error }] : [];
  });
}

/** Smallest units that arrived at the door, refused ones included. */
export function countedOf({ sound, quarantined, refused }: CountLine): number {
  return sound + quarantined + refused;
}

function isWhole({ sound, quarantined, refused }: CountLine): boolean {
  return [sound, quarantined, refused].every((one) => Number.isInteger(one) && one >= 0);
}

/** Why a counted line cannot be taken in as it stands, or undefined. */
export function countRefusal(line: CountLine, rules: CountRules): DomainError | undefined {
  if (!isWhole(line)) return domainError('quantity.not_whole', { factor: 1 }, 'sound');
  return packRefusal(line) ?? lifeRefusal(line, rules) ?? reasonRefusal(line, rules);
}

function packRefusal({ sound, quarantined, packSize }: CountLine): DomainError | undefined {
  if (!packSize) return undefined;
  if (sound % packSize !== 0) return domainError('intake.not_whole_packs', { packSize }, 'sound');
  if (quarantined % packSize !== 0)
    return domainError('intake.not_whole_packs', { packSize }, 'quarantined');
  return undefined;
}

/**
 * Perishable goods need their best-before day to become a lot; expired ones are never sound; ones
 * with too little life left are sound only when somebody writes that they are taken all the same.
 */
function lifeRefusal(line: CountLine, rules: CountRules): DomainError | undefined {
  if (line.sound + line.quarantined === 0) return undefined;
  const dates = productionRefusal(line, rules.today);
  if (dates) return dates;
  if (rules.perishable && !line.bestBefore)
    return domainError('intake.best_before_missing', undefined, 'bestBefore');
  if (line.sound === 0) return undefined;
  if (isExpired(line, rules.today)) return domainError('intake.expired', undefined, 'sound');
  if (line.reason === 'short_life_accepted') return undefined;
  return qualityGateRefusal(line, rules.today, rules.gate);
}

function reasonRefusal(line: CountLine, rules: CountRules): DomainError | undefined {
  if (line.reason) return undefined;
  if (line.refused > 0 || line.quarantined > 0)
    return domainError('intake.reason_missing', undefined, 'reason');
  const difference = countDifference(line, rules);
  if (difference === 'none') return undefined;
  return domainError(
    'intake.difference_unexplained',
    { toCome: rules.toCome, counted: line.sound },
    'reason',
  );
}
