import type { PublicCount } from '../suppression';
import type { GiftEffect, MetFigure } from './gift-effects';

/** An effect as donors may read it: groups of few people are not told apart. */
export interface WantedGoods {
  itemId: string;
  size: string;
  /** Smallest units. */
  gift: number;
  met: number;
  open: number;
  persons: PublicCount;
  byCounty: MetCell[];
  byGroup: MetCell[];
}
export interface MetCell {
  key: string;
  /** Smallest units; null: about too few people to be told. */
  quantity: number | null;
}

/**
 * Hides what is about fewer than `threshold` people (as `suppressCounts`: rules.md, "Public views"). What is hidden together is what
 * the total leaves: so it must not be about fewer people either, or the next smallest is hidden with it; where
 * there is none, the total is not split at all.
 */
export function wantedGoods(effect: GiftEffect, threshold: number): WantedGoods {
  const { itemId, size, gift, met, open } = effect;
  const persons = Math.round(effect.persons);
  return {
    itemId,
    size,
    gift,
    met,
    open,
    persons: persons > 0 && persons < threshold ? { fewerThan: threshold } : persons,
    byCounty: cellsOf(effect.byCounty, threshold),
    byGroup: cellsOf(effect.byGroup, threshold),
  };
}

function cellsOf(figures: readonly MetFigure[], threshold: number): MetCell[] {
  const fewFirst = [...figures].sort((a, b) => a.people - b.people);
  const few = fewFirst.filter(({ people }) => people < threshold);
  const sum = (list: readonly MetFigure[]) => list.reduce((total, one) => total + one.people, 0);
  const isBare = few.length > 0 && sum(few) < threshold;
  const hidden = new Set(isBare ? fewFirst.slice(0, few.length + 1) : few);
  if (isBare && hidden.size === few.length) return [];
  return figures
    .filter((one) => one.quantity !== 0 || hidden.has(one))
    .map((one) => ({ key: one.key, quantity: hidden.has(one) ? null : one.quantity }));
}
