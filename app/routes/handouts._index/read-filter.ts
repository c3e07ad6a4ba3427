import { handoutStatuses } from '~/domain/handout';

const sorts = ['day', 'programme', 'place'] as const;

/** A list's own statuses, and whether something on it is disputed. */
export const handoutChoices = [...handoutStatuses, 'disputed'] as const;

/** What the address asks for; whatever it does not know it leaves out. */
export function readFilter(search: URLSearchParams) {
  const sort = search.get('sort') ?? '-day';
  return {
    status: handoutChoices.find((one) => one === search.get('status')),
    sort: sorts.find((one) => one === sort.replace(/^-/, '')) ?? 'day',
    descending: sort.startsWith('-'),
    page: Math.min(10_000, Math.max(1, Math.trunc(Number(search.get('page')) || 1))),
  } as const;
}
