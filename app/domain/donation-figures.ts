import type { DonationLineState, DonationStatus } from './donation';
import type { AccountKind } from './ledger';

/** Where received goods are, in smallest units. A donor sees down to the centre and no further. */
export interface Whereabouts {
  /** Free or quarantined at a depot. */
  stock: number;
  /** Reserved at a depot. */
  held: number;
  onTheRoad: number;
  /** Free, quarantined or reserved at a centre. */
  atCentres: number;
  /** To persons, households, or recipients of a programme uncounted by name. */
  handedOut: number;
  /** By a programme itself. */
  used: number;
  lost: number;
  /** To the donor. */
  returned: number;
}

/** pledged + beyond = declined + toCome + closedShort + received; received = the sum of the whereabouts. */
export interface DonationLineFigures extends Whereabouts {
  pledged: number;
  beyond: number;
  declined: number;
  toCome: number;
  closedShort: number;
  received: number;
}

/** Balances of the lots of one donation line, added up by account kind and kind of place. */
export interface LotBalance {
  accountKind: AccountKind;
  placeKind?: 'depot' | 'centre' | undefined;
  quantity: number;
}

/**
 * Where everything of a donation line is. `returned` comes from unreversed return movements: in the
 * balances a return only makes the donor owe less.
 */
export function whereabouts(balances: readonly LotBalance[], returned: number): Whereabouts {
  const sums: Whereabouts = {
    stock: 0,
    held: 0,
    onTheRoad: 0,
    atCentres: 0,
    handedOut: 0,
    used: 0,
    lost: 0,
    returned,
  };
  for (const balance of balances) {
    const figure = figureOf(balance);
    if (figure) sums[figure] += balance.quantity;
  }
  return sums;
}

function figureOf({ accountKind, placeKind }: LotBalance): keyof Whereabouts | undefined {
  switch (accountKind) {
    case 'donor':
      return undefined;
    case 'stock':
    case 'quarantine':
      return placeKind === 'centre' ? 'atCentres' : 'stock';
    case 'hold':
      return placeKind === 'centre' ? 'atCentres' : 'held';
    case 'transit':
      return 'onTheRoad';
    case 'recipient':
    case 'unnamed':
      return 'handedOut';
    case 'used':
      return 'used';
    case 'loss':
      return 'lost';
  }
}

/**
 * One line's way as figures that add up, always. What is still to come is never stored: it follows
 * from what was declined and what came, so that a reversed count opens it again; in a donation that
 * is over, or of a line of which no more will come, the same figure is what was closed short.
 */
export function donationLineFigures(
  line: DonationLineState,
  status: DonationStatus,
  where: Whereabouts,
): DonationLineFigures {
  const received = sumOf(where);
  const accounted = line.declined + received;
  const open = Math.max(0, line.pledged - accounted);
  const over =
    line.closed !== null || status === 'closed' || status === 'withdrawn' || status === 'declined';
  return {
    pledged: line.pledged,
    beyond: Math.max(0, accounted - line.pledged),
    declined: line.declined,
    toCome: over ? 0 : open,
    closedShort: over ? open : 0,
    received,
    ...where,
  };
}

/** Sums of lines of one item keep both equations. @throws for no lines at all. */
export function addFigures(lines: readonly DonationLineFigures[]): DonationLineFigures {
  const [first, ...rest] = lines;
  if (!first) throw new Error('an item without lines');
  return rest.reduce((sum, line) => {
    const keys = Object.keys(sum) as (keyof DonationLineFigures)[];
    return Object.fromEntries(
      keys.map((key) => [key, sum[key] + line[key]]),
    ) as unknown as DonationLineFigures;
  }, first);
}

function sumOf(where: Whereabouts): number {
  const { stock, held, onTheRoad, atCentres, handedOut, used, lost, returned } = where;
  return stock + held + onTheRoad + atCentres + handedOut + used + lost + returned;
}
