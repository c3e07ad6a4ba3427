import { Link, useSearchParams } from '@remix-run/react';
import type { RequestStatus } from '~/domain/request';
import { useText } from '~/i18n/text';
import { classNames } from '~/ui/class-names';

interface StatusTabsProps {
  counts: Partial<Record<RequestStatus, number>>;
  statuses: readonly RequestStatus[];
}

/** The list by status, with how many stand in each. */
export function StatusTabs({ counts, statuses }: StatusTabsProps) {
  const t = useText('requests');
  const tStatus = useText('statuses');
  const [search] = useSearchParams();
  const chosen = search.get('status') ?? '';
  const to = (status: string) => {
    const next = new URLSearchParams(search);
    next.delete('page');
    if (status) next.set('status', status);
    else next.delete('status');
    return `?${next}`;
  };
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const tabs = [
    { status: '', label: t('all'), count: total },
    ...statuses.map((status) => ({
      status,
      label: tStatus(`request.${status}`),
      count: counts[status] ?? 0,
    })),
  ];
  return (
    <nav aria-label={t('byStatus')} className="no-print -mx-4 overflow-x-auto px-4">
      <ul className="flex gap-2">
        {tabs
          .filter((tab) => tab.count > 0 || tab.status === chosen || tab.status === '')
          .map((tab) => (
            <li key={tab.status}>
              <Link
                to={to(tab.status)}
                aria-current={tab.status === chosen ? 'page' : undefined}
                className={classNames(
                  'inline-flex min-h-11 items-center gap-2 rounded-full border px-4 whitespace-nowrap',
                  tab.status === chosen
                    ? 'border-persimmon bg-persimmon-wash font-semibold text-persimmon-deep'
                    : 'border-line bg-sheet text-ink-soft hover:text-ink',
                )}
              >
                {tab.label}
                <span className="tabular-nums">{tab.count}</span>
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}
