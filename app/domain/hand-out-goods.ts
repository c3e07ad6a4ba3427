import type { CalendarDay } from './calendar';
import { isInParcel, pickFefo, wholeOf, type StockCandidate } from './fefo';
import { LOOSE, OPENED } from './ledger';
import { domainError, refuse, type Result } from './result';
import { restrictionRefusal, type RestrictedUse, type Restriction } from './restriction';

/** Goods held at the centre for a request line: one lot, loose or in a parcel. */
export interface HeldForHandOut extends StockCandidate {
  allocationLineId: string;
  size: string;
  restriction: Restriction;
  /** Smallest units in the whole parcel, whoever they are held for; 0 for loose goods. */
  parcelTotal: number;
}

export interface HandOutWish {
  /** Smallest units. */
  quantity: number;
  size?: string | undefined;
  lotId?: string | undefined;
  use: RestrictedUse;
  today: CalendarDay;
}

interface Goods {
  lotId: string;
  allocationLineId: string;
  quantity: number;
}

export interface HandOutPick {
  /** Boxes that are opened first, whole: every lot in them. */
  opened: (Goods & { fromParcelId: string; toParcelId: string })[];
  lines: (Goods & { parcelId: string })[];
}

/**
 * Picks goods to hand out, first expired first: sound, within what their donors bound them to, of the size or lot that
 * was asked for. A box is opened when all that it holds is for the same need.
 * Refuses with `size.missing` where sizes differ and none is named; with what is left where there is too little.
 */
export function pickHandOut(
  held: readonly HeldForHandOut[],
  wish: HandOutWish,
): Result<HandOutPick> {
  const { quantity, size, lotId, use, today } = wish;
  const fitting = held.filter(
    (one) => (size === undefined || one.size === size) && (!lotId || one.lotId === lotId),
  );
  if (!lotId && new Set(fitting.map((one) => one.size)).size > 1)
    return refuse('size.missing', undefined, 'size');
  const bound = fitting.map((one) => restrictionRefusal(one.restriction, use));
  const allowed = fitting.filter((_, at) => bound[at] === undefined);
  const refused = bound.find((error) => error !== undefined);
  if (allowed.length === 0 && refused) return { ok: false, error: refused };
  const openable = allowed.filter((one) => !isInParcel(one) || isWholeHere(one, allowed));
  const picked = pickFefo(openable, quantity, { today, soonDays: 0 });
  if (picked.short > 0) return shortage(allowed, openable, quantity, quantity - picked.short);
  return { ok: true, value: pickOf(picked.picks, openable) };
}

function isWholeHere(one: HeldForHandOut, all: readonly HeldForHandOut[]): boolean {
  const here = all
    .filter(({ parcelId }) => parcelId === one.parcelId)
    .reduce((sum, { free }) => sum + free, 0);
  return here === one.parcelTotal;
}

function shortage(
  allowed: readonly HeldForHandOut[],
  openable: readonly HeldForHandOut[],
  wanted: number,
  left: number,
): Result<never> {
  const there = (goods: readonly HeldForHandOut[]) =>
    goods.reduce((sum, { free }) => sum + free, 0);
  const packed = openable.find((one) => wholeOf(one) > 1 && one.free > 0);
  if (packed && there(openable) >= wanted)
    return refuse('parcel.not_whole_packs', { packSize: wholeOf(packed) }, 'quantity');
  if (there(allowed) >= wanted && there(openable) < wanted)
    return { ok: false, error: domainError('parcel.open_first') };
  return refuse('handout.stock_short', { left }, 'quantity');
}

function pickOf(
  picks: ReturnType<typeof pickFefo>['picks'],
  openable: readonly HeldForHandOut[],
): HandOutPick {
  const parcels = new Set(picks.filter(isInParcel).map(({ parcelId }) => parcelId));
  const looseOf = (one: HeldForHandOut) => (one.free % wholeOf(one) === 0 ? LOOSE : OPENED);
  const opened = openable
    .filter(({ parcelId }) => parcels.has(parcelId))
    .map((one) => {
      const { lotId, allocationLineId, free, parcelId } = one;
      const goods = { lotId, allocationLineId, quantity: free };
      return { ...goods, fromParcelId: parcelId, toParcelId: looseOf(one) };
    });
  const lines = picks.map((pick) => {
    const source = openable.find(
      (one) => one.lotId === pick.lotId && one.parcelId === pick.parcelId,
    );
    if (!source) throw new Error('goods picked that were not there');
    const { lotId, allocationLineId } = source;
    const parcelId = isInParcel(pick) ? looseOf(source) : pick.parcelId;
    return { lotId, allocationLineId, quantity: pick.quantity, parcelId };
  });
  return { opened, lines };
}
