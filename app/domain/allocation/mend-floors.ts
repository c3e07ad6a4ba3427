import type { Wants } from './flow';
import type { Part } from './part';
import type { WorthStep } from './worth';

/** One pack to a need that is below its floor. */
interface Mend {
  /** The arc that brings it, and how much. */
  arc: number;
  pack: number;
  /** Another need's arc that it is taken from; -1: from what is left. */
  from: number;
  /** An arc of the same need whose pack makes room for it; -1: there is room. */
  instead: number;
  /** Flow units of floors that are held then, beyond what was. */
  floors: number;
  /** Value gained; below 0: lost. */
  gain: number;
}

/**
 * Brings needs up to their floors pack by pack, where rounding left them short: from goods that are left, from a need that
 * loses less of its floor by it, or by a larger pack instead of a smaller one. Of the ways that hold most, the one that loses least. Each
 * holds more than before, so it ends; what is then still missing no single pack can mend. Amounts, in flow units, are
 * changed in place.
 */
export function mendFloors(
  part: Part,
  wants: Wants,
  packs: Float64Array,
  amount: Float64Array,
): void {
  const state = stateOf(part, wants, packs, amount);
  let mended: boolean;
  do {
    mended = false;
    for (let n = 0; n < part.needs.length; n += 1) {
      while (state.given[n]! < wants.floor[n]!) {
        const mend = bestMend(state, n);
        if (!mend) break;
        apply(state, n, mend);
        mended = true;
      }
    }
  } while (mended);
}

interface State {
  part: Part;
  wants: Wants;
  packs: Float64Array;
  amount: Float64Array;
  /** By need. */
  given: Float64Array;
  /** By supply. */
  left: Float64Array;
  needOf: Int32Array;
  /** By supply, its arcs. */
  arcsOf: number[][];
}

function stateOf(part: Part, wants: Wants, packs: Float64Array, amount: Float64Array): State {
  const given = new Float64Array(part.needs.length);
  const left = part.stock.slice();
  const needOf = new Int32Array(amount.length);
  const arcsOf = part.supplies.map((): number[] => []);
  for (let n = 0; n < part.needs.length; n += 1) {
    for (let arc = part.start[n]!; arc < part.start[n + 1]!; arc += 1) {
      needOf[arc] = n;
      given[n]! += amount[arc]!;
      left[part.supply[arc]!]! -= amount[arc]!;
      arcsOf[part.supply[arc]!]!.push(arc);
    }
  }
  return { part, wants, packs, amount, given, left, needOf, arcsOf };
}

function bestMend(state: State, n: number): Mend | undefined {
  const { part, packs, left, amount, given, wants, needOf } = state;
  let best: Mend | undefined;
  const consider = (mend: Mend | undefined) => {
    if (!mend || mend.floors <= 0) return;
    const more = !best || mend.floors > best.floors;
    if (more || (mend.floors === best?.floors && mend.gain > best.gain)) best = mend;
  };
  for (let arc = part.start[n]!; arc < part.start[n + 1]!; arc += 1) {
    const s = part.supply[arc]!;
    const pack = packs[s]!;
    if (left[s]! >= pack) consider(mendOf(state, n, { arc, pack, from: -1 }));
    for (const from of state.arcsOf[s]!) {
      const other = needOf[from]!;
      if (other === n || amount[from]! < pack) continue;
      const below = Math.max(0, wants.floor[other]! - (given[other]! - pack));
      const lost = below - Math.max(0, wants.floor[other]! - given[other]!);
      const mend = mendOf(state, n, { arc, pack, from });
      // Whoever comes below a floor for it must lose less of it than is held.
      consider(mend && { ...mend, floors: mend.floors - lost });
    }
  }
  return best;
}

/** With what it takes to make room: nothing, or the pack of the same need that is least missed. */
function mendOf(
  state: State,
  n: number,
  { arc, pack, from }: Pick<Mend, 'arc' | 'pack' | 'from'>,
): Mend | undefined {
  const { part, wants, packs, amount, given, needOf } = state;
  const [has, room, floor] = [given[n]!, part.room[n]!, wants.floor[n]!];
  const worth = (to: number) => valueOf(wants.steps[n]!, to) - valueOf(wants.steps[n]!, has);
  const lost = from < 0 ? 0 : givenUp(state, needOf[from]!, from, pack);
  const held = (to: number) => Math.min(to, floor) - Math.min(has, floor);
  const cost = part.cost[arc]! * pack;
  if (has + pack <= room) {
    const gain = worth(has + pack) - cost - lost;
    return { arc, pack, from, instead: -1, floors: held(has + pack), gain };
  }
  let best: Mend | undefined;
  for (let other = part.start[n]!; other < part.start[n + 1]!; other += 1) {
    const back = packs[part.supply[other]!]!;
    if (other === arc || amount[other]! < back || has - back + pack > room) continue;
    const saved = part.cost[other]! * back;
    const gain = worth(has - back + pack) - cost + saved - lost;
    const floors = held(has - back + pack);
    if (!best || floors > best.floors || (floors === best.floors && gain > best.gain)) {
      best = { arc, pack, from, instead: other, floors, gain };
    }
  }
  return best;
}

/** Value that a need loses with one pack. */
function givenUp({ part, wants, given }: State, n: number, arc: number, pack: number): number {
  const steps = wants.steps[n]!;
  return valueOf(steps, given[n]!) - valueOf(steps, given[n]! - pack) - part.cost[arc]! * pack;
}

function valueOf(steps: readonly WorthStep[], units: number): number {
  let [value, left] = [0, units];
  for (const { count, worth } of steps) {
    value += Math.min(left, count) * worth;
    left -= Math.min(left, count);
  }
  return value;
}

function apply(state: State, n: number, { arc, pack, from, instead }: Mend): void {
  const { part, packs, amount, given, left, needOf } = state;
  const s = part.supply[arc]!;
  amount[arc]! += pack;
  given[n]! += pack;
  if (from < 0) left[s]! -= pack;
  else {
    amount[from]! -= pack;
    given[needOf[from]!]! -= pack;
  }
  if (instead < 0) return;
  const back = packs[part.supply[instead]!]!;
  amount[instead]! -= back;
  given[n]! -= back;
  left[part.supply[instead]!]! += back;
}
