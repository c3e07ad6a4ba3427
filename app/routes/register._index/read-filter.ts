import { personCategories } from '~/domain/register';

/** What the address asks for; whatever it does not know it leaves out. A name or number is never asked for here. */
export function readFilter(search: URLSearchParams) {
  return {
    category: personCategories.find((one) => one === search.get('category')),
    oldestFirst: search.get('sort') === 'since',
    page: Math.min(10_000, Math.max(1, Math.trunc(Number(search.get('page')) || 1))),
  };
}
