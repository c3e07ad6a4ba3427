import { arcJudge } from '~/domain/allocation/arcs';
import { planFigures } from '~/domain/allocation/figures';
import type { PlanLine, PlanProblem } from '~/domain/allocation/problem';
import { fullUnitWorth, unitCost, worthSteps } from '~/domain/allocation/worth';
import { urgencies } from '~/domain/request';

/** What one would do by hand, need after need: each row of wants is served from the cheapest goods that are left. */
interface Want {
  needAt: number;
  quantity: number;
  worth: number;
}

/** The value of serving the most urgent first, each in full, from the nearest goods. */
export function greedyValue(problem: PlanProblem): number {
  const wants = problem.needs.map(({ quantity }, needAt): Want => ({
    needAt,
    quantity,
    worth: Infinity,
  }));
  const urgencyOf = ({ needAt }: Want) =>
    urgencies.indexOf(problem.needs[needAt]?.urgency ?? 'normal');
  wants.sort((a, b) => urgencyOf(b) - urgencyOf(a) || a.needAt - b.needAt);
  return planFigures(problem, serve(problem, wants)).value;
}

/** The value of serving whatever segment of a need is worth most next, from the nearest goods, while that is worth the road. */
export function segmentGreedyValue(problem: PlanProblem): number {
  const wants = problem.needs.flatMap((need, needAt) =>
    worthSteps(need, problem.rules, need.receivedBefore, need.quantity, 1).map(
      ({ count, worth }): Want => ({ needAt, quantity: count, worth }),
    ),
  );
  wants.sort((a, b) => b.worth - a.worth || a.needAt - b.needAt);
  return planFigures(problem, serve(problem, wants)).value;
}

function serve(problem: PlanProblem, wants: readonly Want[]): PlanLine[] {
  const { supplies, needs, rules } = problem;
  const judge = arcJudge(problem);
  const left = supplies.map(({ quantity }) => quantity);
  const ways = needs.map((need, n) =>
    supplies
      .flatMap((supply, s) => {
        if (supply.itemId !== need.itemId || judge.refusal(n, s)) return [];
        const km = judge.km(n, s) ?? rules.unknownKm;
        const unitWorth = fullUnitWorth(need, rules);
        return [{ s, km, cost: unitCost(supply, rules, { km, larger: false, unitWorth }) }];
      })
      .sort((a, b) => a.km - b.km),
  );
  const lines: PlanLine[] = [];
  for (const want of wants) {
    let open = want.quantity;
    for (const { s, km, cost } of ways[want.needAt] ?? []) {
      const quantity = Math.min(open, left[s] ?? 0);
      if (quantity <= 0 || cost >= want.worth) continue;
      left[s] = (left[s] ?? 0) - quantity;
      open -= quantity;
      const [needId, supplyId] = [needs[want.needAt]?.id ?? '', supplies[s]?.id ?? ''];
      lines.push({
        needId,
        supplyId,
        quantity,
        km,
        larger: false,
        pinned: false,
        purposeToRead: false,
      });
    }
  }
  return lines;
}
