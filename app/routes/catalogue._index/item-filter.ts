import { itemCategories, type CatalogueItem } from '~/domain/catalogue';

export interface ItemFilter {
  text: string;
  category: string | null;
  sort: string;
  page: number;
}

const PAGE_SIZE = 25;

/** The list as the address bar says; what makes no sense there is left out. */
export function readItemFilter(search: URLSearchParams): ItemFilter {
  const category = search.get('category');
  return {
    text: (search.get('text') ?? '').trim().toLowerCase().slice(0, 60),
    category: itemCategories.some((one) => one === category) ? category : null,
    sort: search.get('sort') ?? '',
    page: Math.max(1, Math.trunc(Number(search.get('page')) || 1)),
  };
}

/** Some dozens of items: filtered and sorted here, so that names in both languages are found. */
export function pageOfItems(items: readonly CatalogueItem[], filter: ItemFilter) {
  const { text, category, page } = filter;
  const found = items.filter(
    (item) =>
      (category === null || item.category === category) &&
      [item.nameZh, item.nameEn, item.code].some((name) => name.toLowerCase().includes(text)),
  );
  const sign = filter.sort.startsWith('-') ? -1 : 1;
  const key = filter.sort.replace(/^-/, '') === 'category' ? 'category' : 'nameZh';
  const sorted =
    filter.sort === ''
      ? found
      : found.toSorted((a, b) => sign * a[key].localeCompare(b[key], 'zh-CN'));
  return {
    rows: sorted.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
    page: { number: page, size: PAGE_SIZE, total: found.length },
  };
}
