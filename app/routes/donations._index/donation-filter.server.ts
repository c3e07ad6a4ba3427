import { z } from 'zod';
import { donationStatuses } from '~/domain/donation';
import { donationSorts, type DonationFilter } from '~db/queries/donations.server';

const PAGE_SIZE = 25;

/** The list as the address bar says; what makes no sense there is left out. */
export function readDonationFilter(search: URLSearchParams): DonationFilter {
  const sort = search.get('sort') ?? '-createdAt';
  return {
    status: z
      .enum(donationStatuses)
      .optional()
      .catch(undefined)
      .parse(search.get('status') ?? undefined),
    campaignId: z
      .guid()
      .optional()
      .catch(undefined)
      .parse(search.get('campaignId') ?? undefined),
    text: search.get('text')?.trim().slice(0, 60) || undefined,
    sort: z.enum(donationSorts).catch('createdAt').parse(sort.replace(/^-/, '')),
    descending: sort.startsWith('-'),
    page: z.coerce
      .number()
      .int()
      .min(1)
      .max(100_000)
      .catch(1)
      .parse(search.get('page') ?? 1),
    pageSize: PAGE_SIZE,
  };
}
