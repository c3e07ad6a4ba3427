import { isUuid } from '~/domain/account';

const sorts = ['bestBefore', 'item', 'place', 'quantity'] as const;
const conditions = ['expired', 'expiring'] as const;
const kinds = ['stock', 'hold', 'quarantine'] as const;

/** What the address asks for; whatever it does not know it leaves out. */
export function readAsked(search: URLSearchParams, days: { today: string; soonDay: string }) {
  const id = (name: string) => {
    const value = search.get(name);
    return isUuid(value) ? value : undefined;
  };
  const sort = search.get('sort') ?? 'bestBefore';
  return {
    ...days,
    placeId: id('place'),
    itemId: id('item'),
    kind: kinds.find((one) => one === search.get('kind')),
    condition: conditions.find((one) => one === search.get('condition')),
    parcelCode: (search.get('parcel') ?? '').trim().slice(0, 30) || undefined,
    sort: sorts.find((one) => one === sort.replace(/^-/, '')) ?? 'bestBefore',
    descending: sort.startsWith('-'),
    page: Math.min(10_000, Math.max(1, Math.trunc(Number(search.get('page')) || 1))),
    pageSize: 50,
  } as const;
}
