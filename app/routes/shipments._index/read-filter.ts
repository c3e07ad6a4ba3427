import { shipmentStatuses } from '~/domain/shipment';

const sorts = ['createdAt', 'dispatchedAt', 'fromName', 'toName'] as const;
const directions = ['in', 'out'] as const;

/** What the address asks for; whatever it does not know it leaves out. */
export function readFilter(search: URLSearchParams) {
  const sort = search.get('sort') ?? '-createdAt';
  const status = shipmentStatuses.find((one) => one === search.get('status'));
  return {
    statuses: status && [status],
    direction: directions.find((one) => one === search.get('direction')),
    text: (search.get('q') ?? '').trim().slice(0, 60) || undefined,
    sort: sorts.find((one) => one === sort.replace(/^-/, '')) ?? 'createdAt',
    descending: sort.startsWith('-'),
    page: Math.min(10_000, Math.max(1, Math.trunc(Number(search.get('page')) || 1))),
    pageSize: 25,
  } as const;
}
