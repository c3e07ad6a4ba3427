import { findBottleneck, type Shares } from './bottleneck';
import type { Part } from './part';

/** What the level is taken of, by need: all of it in smallest units. */
export interface Claims {
  whole: Float64Array;
  received: Float64Array;
  /** The most that may still be given. */
  room: Float64Array;
}

/**
 * The lexicographic max-min level of every need: the share of its whole that it has once the least served have as much as
 * can be, then the next, and so on; what was received before counts. Needs that the same supplies may serve share a
 * bottleneck, so they are one group. The levels that goods can reach form a polymatroid, so it is decomposed (Fujishige 1980):
 * all are given the one level that the stock allows; where a bottleneck cannot have it, it and the rest are looked at apart.
 */
export function maxMinLevels(part: Part, claims: Claims): Float64Array {
  const { suppliers, members } = groupBySuppliers(part);
  const stock = part.stock.map((units) => units * part.unit);
  const levels = new Float64Array(part.needs.length);
  const open: { groups: number[]; stock: Float64Array }[] = [
    { groups: suppliers.map((_, group) => group), stock },
  ];
  for (let one = open.pop(); one; one = open.pop()) {
    const shares: Shares = { stock: one.stock, suppliers };
    const needs = one.groups.flatMap((group) => members[group]!);
    const level = commonLevel(needs, claims, stockFor(shares, one.groups));
    const demand = new Float64Array(suppliers.length);
    for (const group of one.groups) {
      for (const need of members[group]!) demand[group]! += claimAt(claims, need, level);
    }
    const short = findBottleneck(shares, one.groups, demand);
    if (short.size === 0 || short.size === one.groups.length) {
      for (const need of needs) levels[need] = within(claims, need, level);
      continue;
    }
    const [inside, outside] = [one.stock.slice().fill(0), one.stock.slice()];
    for (const group of short) {
      for (const supply of suppliers[group]!) {
        inside[supply] = one.stock[supply]!;
        outside[supply] = 0;
      }
    }
    open.push({ groups: one.groups.filter((group) => !short.has(group)), stock: outside });
    open.push({ groups: [...short], stock: inside });
  }
  return levels;
}

function groupBySuppliers(part: Part): { suppliers: Int32Array[]; members: number[][] } {
  const suppliers: Int32Array[] = [];
  const members: number[][] = [];
  const known = new Map<number, number[]>();
  for (let need = 0; need < part.needs.length; need += 1) {
    const mine = part.supply.subarray(part.start[need], part.start[need + 1]);
    let hash = mine.length;
    for (const supply of mine) hash = (Math.imul(hash, 31) + supply) | 0;
    const alike = known.get(hash) ?? [];
    known.set(hash, alike);
    const group = alike.find((one) => sameList(suppliers[one]!, mine));
    if (group !== undefined) {
      members[group]!.push(need);
      continue;
    }
    alike.push(suppliers.length);
    suppliers.push(mine);
    members.push([need]);
  }
  return { suppliers, members };
}

function sameList(a: Int32Array, b: Int32Array): boolean {
  return a.length === b.length && a.every((value, at) => value === b[at]);
}

function stockFor({ stock, suppliers }: Shares, groups: readonly number[]): number {
  const seen = new Uint8Array(stock.length);
  let sum = 0;
  for (const group of groups) {
    for (const supply of suppliers[group]!) {
      if (seen[supply]) continue;
      seen[supply] = 1;
      sum += stock[supply]!;
    }
  }
  return sum;
}

/** What the need takes at a level, smallest units. */
function claimAt({ whole, received, room }: Claims, need: number, level: number): number {
  return Math.min(room[need]!, Math.max(0, level * whole[need]! - received[need]!));
}

/** The level, or what the need has already, or the most it may have. */
function within({ whole, received, room }: Claims, need: number, level: number): number {
  const has = received[need]! / whole[need]!;
  return Math.min(Math.max(level, has), (received[need]! + room[need]!) / whole[need]!);
}

/** The level at which the needs together take `stock`; 1 where they cannot. Halved towards, then solved exactly. */
function commonLevel(needs: readonly number[], claims: Claims, stock: number): number {
  const taken = (level: number) =>
    needs.reduce((sum, need) => sum + claimAt(claims, need, level), 0);
  if (taken(1) <= stock) return 1;
  let [low, high] = [0, 1];
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    if (taken(middle) <= stock) low = middle;
    else high = middle;
  }
  let [fixed, slope] = [0, 0];
  for (const need of needs) {
    const claim = claimAt(claims, need, low);
    const rising = claim > 0 && claim < claims.room[need]!;
    fixed += rising ? -claims.received[need]! : claim;
    slope += rising ? claims.whole[need]! : 0;
  }
  const exact = slope > 0 ? (stock - fixed) / slope : low;
  return Math.abs(exact - low) < 1e-9 ? exact : low;
}
