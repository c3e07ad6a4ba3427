import { isUuid } from '~/domain/account';
import { requestStatuses, urgencies } from '~/domain/request';
import type { RequestFilter, RequestSort } from '~db/queries/requests.server';

const sorts: readonly RequestSort[] = ['createdAt', 'needBy', 'urgency', 'placeName'];
const PAGE_SIZE = 50;

/** The address bar as a filter; what makes no sense there is left out. Newest first unless asked otherwise. */
export function readFilter(search: URLSearchParams): RequestFilter {
  const sortText = search.get('sort') ?? '-createdAt';
  const sort = sorts.find((one) => one === sortText.replace(/^-/, ''));
  return {
    status: requestStatuses.find((one) => one === search.get('status')),
    urgency: urgencies.find((one) => one === search.get('urgency')),
    campaignId: idOf(search.get('campaign')),
    countyCode: /^\d{6}$/.exec(search.get('county') ?? '')?.[0],
    text: search.get('q')?.trim().slice(0, 60) || undefined,
    sort: sort ?? 'createdAt',
    descending: sort ? sortText.startsWith('-') : true,
    page: pageNumber(search.get('page')),
    pageSize: PAGE_SIZE,
  };
}

function idOf(text: string | null): string | undefined {
  return isUuid(text) ? text : undefined;
}

export function pageNumber(text: string | null): number {
  return text && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
}
