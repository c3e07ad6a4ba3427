import { urgencies } from '../request';
import type { SeenCentre } from './seen';

export const centreSorts = [
  'name',
  'persons',
  'fill',
  'urgency',
  'needBy',
  'onTheRoad',
  'value',
] as const;
export type CentreSort = (typeof centreSorts)[number];

export interface CentreOrder {
  sort: CentreSort;
  descending: boolean;
}

/** `?sort=persons`, `?sort=-persons`; the largest need first unless asked otherwise. */
export function readCentreOrder(text: string | null): CentreOrder {
  const sort = centreSorts.find((one) => one === text?.replace(/^-/, ''));
  return sort
    ? { sort, descending: text?.startsWith('-') === true }
    : { sort: 'persons', descending: true };
}

/**
 * In the asked order; equal ones as the picture has them, by division and name. Who has no such figure comes last,
 * whatever the direction.
 */
export function orderedCentres(
  centres: readonly SeenCentre[],
  { sort, descending }: CentreOrder,
): SeenCentre[] {
  if (sort === 'name') return descending ? centres.toReversed() : [...centres];
  const key = keys[sort];
  const keyed = centres.map((centre) => ({ centre, key: key(centre) }));
  const way = descending ? -1 : 1;
  keyed.sort((a, b) => {
    if (a.key === undefined || b.key === undefined) {
      return Number(a.key === undefined) - Number(b.key === undefined);
    }
    return a.key < b.key ? -way : a.key > b.key ? way : 0;
  });
  return keyed.map(({ centre }) => centre);
}

const keys: Record<
  Exclude<CentreSort, 'name'>,
  (centre: SeenCentre) => number | string | undefined
> = {
  persons: (centre) => centre.persons,
  fill: (centre) => centre.fill ?? undefined,
  urgency: ({ urgency }) => (urgency === undefined ? undefined : urgencies.indexOf(urgency)),
  needBy: (centre) => centre.needBy,
  onTheRoad: (centre) => centre.onTheRoad,
  value: (centre) => centre.valueFen,
};
