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
  const counted = line.sound + line.quarantined + line.refused;
  if (counted > rules.toCome) return 'over';
  return counted < rules.toCome && rules.lastDelivery ? 'short' : 'none';
}

/** Why a counted line cannot be taken in as it stands, or undefined. */
export function countRefusal(line: CountLine, rules: CountRules): DomainError | undefined {
  const { sound, quarantined, refused } = line;
  if ([sound, quarantined, refused].some((one) => !Number.isInteger(one) || one < 0)) {
    return domainError('quantity.not_whole', { factor: 1 }, 'sound');
  }
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
