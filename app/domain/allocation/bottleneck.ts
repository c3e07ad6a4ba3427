/** Groups of needs that the same supplies may serve, and those supplies' stock. */
export interface Shares {
  stock: Float64Array;
  /** The supplies that may serve each group. */
  suppliers: readonly Int32Array[];
}

/**
 * Greatest flow from stock to demand (Dinic 1970, searched from the groups that lack). Answers the groups that cannot all have
 * their demand and whose suppliers serve nobody else: none where every demand is met.
 */
export function findBottleneck(
  { stock, suppliers }: Shares,
  groups: readonly number[],
  demand: Float64Array,
): Set<number> {
  return new GroupFlow(stock, suppliers, groups, demand).bottleneck();
}

class GroupFlow {
  private readonly left: Float64Array;
  private readonly lack: Float64Array;
  /** By supply: what each group it may serve takes of it. */
  private readonly taken: Map<number, number>[];
  private groupLevel: Int32Array;
  private supplyLevel: Int32Array;
  private readonly tried: Int32Array;
  private readonly tiny: number;

  constructor(
    stock: Float64Array,
    private readonly suppliers: readonly Int32Array[],
    private readonly groups: readonly number[],
    demand: Float64Array,
  ) {
    this.left = stock.slice();
    this.lack = demand.slice();
    this.taken = Array.from(stock, () => new Map<number, number>());
    this.groupLevel = new Int32Array(suppliers.length);
    this.supplyLevel = new Int32Array(stock.length);
    this.tried = new Int32Array(suppliers.length);
    this.tiny = 1e-9 * groups.reduce((sum, group) => sum + demand[group]!, 1);
  }

  bottleneck(): Set<number> {
    while (this.layer()) {
      this.tried.fill(0);
      for (const group of this.groups) {
        while (this.lack[group]! > this.tiny) {
          const moved = this.push(group, this.lack[group]!);
          if (moved <= 0) break;
          this.lack[group]! -= moved;
        }
      }
    }
    return new Set(this.groups.filter((group) => this.groupLevel[group]! >= 0));
  }

  /** Steps from the groups that lack something; true while one reaches a supply that has some left. */
  private layer(): boolean {
    const { suppliers, left, tiny } = this;
    const groupLevel = this.groupLevel.fill(-1);
    const supplyLevel = this.supplyLevel.fill(-1);
    const queue = this.groups.filter((group) => this.lack[group]! > tiny);
    for (const group of queue) groupLevel[group] = 0;
    let found = false;
    for (let at = 0; at < queue.length && !found; at += 1) {
      const group = queue[at]!;
      for (const supply of suppliers[group]!) {
        if (supplyLevel[supply]! >= 0) continue;
        supplyLevel[supply] = groupLevel[group]! + 1;
        if (left[supply]! > tiny) found = true;
        for (const [other, amount] of this.taken[supply]!) {
          if (amount <= tiny || groupLevel[other]! >= 0) continue;
          groupLevel[other] = supplyLevel[supply] + 1;
          queue.push(other);
        }
      }
    }
    return found;
  }

  private push(group: number, wanted: number): number {
    const mine = this.suppliers[group]!;
    for (; this.tried[group]! < mine.length; this.tried[group]! += 1) {
      const supply = mine[this.tried[group]!]!;
      if (this.supplyLevel[supply] !== this.groupLevel[group]! + 1) continue;
      const moved = this.take(supply, wanted);
      if (moved <= 0) continue;
      const taken = this.taken[supply]!;
      taken.set(group, (taken.get(group) ?? 0) + moved);
      return moved;
    }
    return 0;
  }

  /** From what is left of a supply, or from a group that finds as much elsewhere. */
  private take(supply: number, wanted: number): number {
    const there = Math.min(this.left[supply]!, wanted);
    if (there > this.tiny) {
      this.left[supply]! -= there;
      return there;
    }
    for (const [other, amount] of this.taken[supply]!) {
      if (amount <= this.tiny || this.groupLevel[other] !== this.supplyLevel[supply]! + 1) continue;
      const moved = this.push(other, Math.min(wanted, amount));
      if (moved <= 0) continue;
      this.taken[supply]!.set(other, amount - moved);
      return moved;
    }
    return 0;
  }
}
