import type { FillBand, MapFilter, MapPerspective } from '../map';
import { urgencies, type Urgency } from '../request';
import type { Gift, Need, NeedLine } from './picture';

/** What the map says of one centre, for what was filtered. Sums of these are the figures of clusters and areas. */
export interface CentreFigures {
  /** Persons waiting. */
  persons: number;
  /** Persons whose need is counted (`need`), or lines with goods (`goods`): what `met` is measured by. */
  weight: number;
  /** Of the weight, how much is met. */
  met: number;
  /** Value of what has arrived. */
  valueFen: number;
  /** Something has arrived. */
  reached: boolean;
  /** Of what is open and not all met: the most pressing, and the first day. */
  urgency: Urgency | undefined;
  needBy: string | undefined;
  /** Whether any request (or own goods) was counted. */
  counted: boolean;
}

/** Percent of the weight that is met; null without weight. Nothing and everything alone are 0 and 100. */
export function fillPercent(met: number, weight: number): number | null {
  if (weight <= 0) return null;
  if (met <= 0) return 0;
  if (met >= weight) return 100;
  return Math.min(99, Math.max(1, Math.round((100 * met) / weight)));
}

export function fillBandOf(fill: number): FillBand {
  if (fill <= 0) return 'none';
  if (fill >= 100) return 'met';
  return fill < 50 ? 'under_half' : 'over_half';
}

/** The figures of a centre's requests, under the filters of requests. Goods count as `mine` says. */
export function centreFigures(
  needs: readonly Need[],
  filter: MapFilter,
  perspective: MapPerspective,
  mine: (gift: Gift) => boolean,
): CentreFigures {
  const figures: CentreFigures = {
    persons: 0,
    weight: 0,
    met: 0,
    valueFen: 0,
    reached: false,
    urgency: undefined,
    needBy: undefined,
    counted: false,
  };
  const add = perspective === 'need' ? addNeed : addGoods;
  for (const need of needs) {
    if (!fits(need, filter, perspective)) continue;
    const { itemId } = filter;
    const lines = itemId ? need.lines.filter((line) => line.itemId === itemId) : need.lines;
    if (lines.length > 0) add(figures, need, lines, mine);
  }
  return figures;
}

/** How urgent a request is, and by when, is the centre's and its officers' business: other readers' filters pass it. */
function fits(need: Need, filter: MapFilter, perspective: MapPerspective): boolean {
  const { campaignId, group, urgency, needBy } = filter;
  if (campaignId && need.campaignId !== campaignId) return false;
  if (perspective === 'goods') return true;
  if (group && need.group !== group) return false;
  if (urgency && urgencies.indexOf(need.urgency) < urgencies.indexOf(urgency)) return false;
  if (needBy && need.needBy > needBy) return false;
  return need.open || !(urgency || needBy);
}

function addNeed(figures: CentreFigures, need: Need, lines: readonly NeedLine[]): void {
  figures.counted = true;
  let shares = 0;
  for (const line of lines) {
    let arrived = 0;
    for (const gift of line.gifts) {
      arrived += gift.arrived;
      figures.valueFen += gift.valueFen;
    }
    if (arrived > 0) figures.reached = true;
    shares += Math.min(1, arrived / line.approved);
  }
  if (!need.open) return;
  const fill = shares / lines.length;
  figures.weight += need.headCount;
  figures.met += need.headCount * fill;
  if (fill >= 1) return;
  // Without the small part, 30 × (1 − 0.9) would be four persons.
  figures.persons += Math.ceil(need.headCount * (1 - fill) - 1e-9);
  if (figures.needBy === undefined || need.needBy < figures.needBy) figures.needBy = need.needBy;
  if (urgencies.indexOf(need.urgency) > urgencies.indexOf(figures.urgency ?? 'normal')) {
    figures.urgency = need.urgency;
  } else figures.urgency ??= need.urgency;
}

function addGoods(
  figures: CentreFigures,
  _need: Need,
  lines: readonly NeedLine[],
  mine: (gift: Gift) => boolean,
): void {
  for (const line of lines) {
    let [allocated, arrived] = [0, 0];
    for (const gift of line.gifts) {
      if (!mine(gift)) continue;
      allocated += gift.allocated;
      arrived += gift.arrived;
      figures.valueFen += gift.valueFen;
    }
    if (allocated <= 0) continue;
    figures.counted = true;
    figures.weight += 1;
    figures.met += Math.min(1, arrived / allocated);
    if (arrived > 0) figures.reached = true;
  }
}
