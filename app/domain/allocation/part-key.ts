import type { Part, Remains } from './part';
import type { PlanProblem } from './problem';

/** Of every part a key that differs where anything differs that its answer hangs on. */
export function partKeys(problem: PlanProblem, parts: readonly Part[], left: Remains): string[] {
  const { pinned, forbidden, closedRoads, ...rules } = problem.rules;
  const pairs = [...pinned, ...forbidden];
  return parts.map((part) => {
    const needs = part.needs.map((at) => problem.needs[at]);
    const supplies = part.supplies.map((at) => problem.supplies[at]);
    const needIds = new Set(needs.map((need) => need?.id));
    const places = new Set(needs.map((need) => need?.placeId));
    const facts = [
      rules,
      needs,
      supplies,
      pairs.filter((pair) => needIds.has(pair.needId)),
      closedRoads.filter((road) => places.has(road.toPlaceId)),
      part.needs.map((at) => [left.open[at], left.received[at]]),
      part.supplies.map((at) => left.stock[at]),
      [...part.room],
      [...part.most],
    ];
    return `${part.itemId}:${digest(JSON.stringify(facts))}`;
  });
}

/** 64 bits of a text (two multiplicative hashes): to tell parts of one plan apart, not to hide anything. */
function digest(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  return `${(a >>> 0).toString(36)}${(b >>> 0).toString(36)}`;
}
