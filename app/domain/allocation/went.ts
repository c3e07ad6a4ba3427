import type { PlanReason } from './plan-reason';
import type { PlanNeed } from './problem';
import type { Scene, Sight } from './scene';
import { fullUnitWorth } from './worth';

/** Goods that the need would have had next: more would name half of all that was given. */
const NEXT_GOODS = 8;
const ALIKE = 1e-9;

type Ground = 'went_to_less_served' | 'went_to_weightier' | 'went_nearer';
interface Went {
  quantity: number;
  needs: Set<string>;
  /** Of those needs the greatest fill. */
  fill: number;
}

/**
 * Where the goods went that a need would have had next, by the prices of the plan: to needs with less of their whole, else
 * to needs whose unit weighs more, else nearer by. The ground that most of them went for is told first.
 */
export function whereItWent(scene: Scene, need: PlanNeed, usable: readonly Sight[]): PlanReason[] {
  const grounds = new Map<Ground, Went>();
  for (const { supply, km } of usable.slice(0, NEXT_GOODS)) {
    for (const line of scene.linesOfSupply(supply.id)) {
      const other = scene.needOf(line.needId);
      if (!other || other.id === need.id) continue;
      const ground = groundFor(scene, need, { other, nearer: (line.km ?? km) < km });
      if (!ground) continue;
      const went = grounds.get(ground) ?? { quantity: 0, needs: new Set(), fill: 0 };
      went.quantity += line.quantity;
      went.needs.add(other.id);
      went.fill = Math.max(went.fill, scene.fillOf(other));
      grounds.set(ground, went);
    }
  }
  return [...grounds]
    .sort((a, b) => b[1].quantity - a[1].quantity)
    .slice(0, 2)
    .map(([code, { quantity, needs, fill }]) => ({
      code,
      facts: {
        quantity,
        size: usable[0]?.supply.size ?? '',
        needs: needs.size,
        // Said as "less than": the next whole five above what the best served of them has.
        ...(code === 'went_to_less_served' && {
          belowPercent: Math.min(100, Math.floor((fill + ALIKE) * 20) * 5 + 5),
        }),
      },
    }));
}

function groundFor(
  scene: Scene,
  need: PlanNeed,
  { other, nearer }: { other: PlanNeed; nearer: boolean },
): Ground | undefined {
  const { rules } = scene.problem;
  const [mine, theirs] = [scene.fillOf(need), scene.fillOf(other)];
  if (theirs <= mine + ALIKE && theirs < 1 - ALIKE) return 'went_to_less_served';
  const weighs = fullUnitWorth(other, rules) - fullUnitWorth(need, rules);
  if (weighs > ALIKE) return 'went_to_weightier';
  return nearer ? 'went_nearer' : undefined;
}
