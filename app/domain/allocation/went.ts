import type { PlanReason } from './plan-reason';
import type { PlanNeed } from './problem';
import type { Scene, Served, Sight } from './scene';

/** Goods that the need would have had next that are looked at: more would name half of all that was given. */
export const NEXT_GOODS = 8;
/** Lines after which no further goods are looked at: a sentence that names hundreds of needs says all it can. */
const LINES = 200;
const ALIKE = 1e-9;

const grounds = [
  'went_to_less_served',
  'went_by_hand',
  'went_to_weightier',
  'went_nearer',
  'went_for_floor',
  'went_for_whole',
] as const;

interface Went {
  code: (typeof grounds)[number];
  quantity: number;
  needs: number;
  /** Of those needs the greatest fill. */
  fill: number;
}

/** Marks needs as counted: one row of marks a ground, each the last asker that counted the need. */
class Counted {
  private readonly marks: Int32Array[];
  private round = 0;
  constructor(needs: number) {
    this.marks = grounds.map(() => new Int32Array(needs));
  }
  begin(): void {
    this.round += 1;
  }
  /** True the first time that the need is met on this ground. */
  first(ground: number, needAt: number): boolean {
    const row = this.marks[ground];
    if (!row || row[needAt] === this.round) return false;
    row[needAt] = this.round;
    return true;
  }
}

/**
 * Where the goods went that a need would have had next, by the prices of the plan: to needs with less of their whole, else
 * where a person fixed it, to needs whose unit weighs more, nearer by, or to hold another's floor; else it is said that the whole
 * is worth more so. The ground that most of them went for is told first; nothing where nobody else has of them. Thousands of
 * needs ask of the same goods, so the plan is looked at once (`scene.servedBy`).
 */
export function goneGoods(scene: Scene): (need: PlanNeed, next: readonly Sight[]) => PlanReason[] {
  const counted = new Counted(scene.problem.needs.length);
  return (need, next) => {
    const mine = scene.standingOf(need.id);
    if (!mine) return [];
    counted.begin();
    const went = grounds.map((code): Went => ({ code, quantity: 0, needs: 0, fill: 0 }));
    let lines = 0;
    for (const { supply, km } of next) {
      if (lines >= LINES) break;
      const served = scene.servedBy(supply.id);
      lines += served.length;
      for (const other of served) {
        if (other.needAt === mine.needAt) continue;
        const ground = grounds.indexOf(groundFor(mine, other, km));
        const one = went[ground];
        if (!one) continue;
        one.quantity += other.quantity;
        one.fill = Math.max(one.fill, other.fill);
        if (counted.first(ground, other.needAt)) one.needs += 1;
      }
    }
    return told(went, next[0]?.supply.size ?? '');
  };
}

function told(went: readonly Went[], size: string): PlanReason[] {
  return went
    .filter(({ needs }) => needs > 0)
    .sort((a, b) => b.quantity - a.quantity)
    .slice(0, 2)
    .map(({ code, quantity, needs, fill }) => ({
      code,
      facts: {
        quantity,
        size,
        needs,
        // Said as "less than": the next whole five above what the best served of them has.
        ...(code === 'went_to_less_served' && {
          belowPercent: Math.min(100, Math.floor((fill + ALIKE) * 20) * 5 + 5),
        }),
      },
    }));
}

function groundFor(
  mine: Pick<Served, 'fill' | 'unitWorth'>,
  other: Served,
  km: number,
): (typeof grounds)[number] {
  if (other.fill <= mine.fill + ALIKE) return 'went_to_less_served';
  if (other.pinned) return 'went_by_hand';
  if (other.unitWorth - mine.unitWorth > ALIKE) return 'went_to_weightier';
  if ((other.km ?? km) < km) return 'went_nearer';
  return other.atFloor ? 'went_for_floor' : 'went_for_whole';
}
