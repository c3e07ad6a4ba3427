import { Link, useSearchParams } from '@remix-run/react';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useText } from '~/i18n/text';
import { buttonLooks } from './button-looks';

export interface PageOfRows {
  /** From 1. */
  number: number;
  size: number;
  /** Rows on all pages together. */
  total: number;
}

/** Page by page through `?page=`; the rest of the address stays. */
export function Pager({ page }: { page: PageOfRows }) {
  const t = useText('common');
  const [search] = useSearchParams();
  const pages = Math.max(1, Math.ceil(page.total / page.size));
  const to = (number: number) => {
    const next = new URLSearchParams(search);
    next.set('page', String(number));
    return `?${next}`;
  };
  return (
    <nav
      aria-label={t('pages')}
      className="no-print flex flex-wrap items-center justify-between gap-3 text-sm text-ink-soft"
    >
      <span>{t('countOfRows', { count: page.total })}</span>
      {pages > 1 && (
        <span className="flex items-center gap-2">
          {page.number > 1 && (
            <Link rel="prev" to={to(page.number - 1)} className={buttonLooks('secondary', false)}>
              <ChevronLeft aria-hidden className="size-4" />
              {t('previousPage')}
            </Link>
          )}
          <span className="px-2">{t('pageOf', { page: page.number, pages })}</span>
          {page.number < pages && (
            <Link rel="next" to={to(page.number + 1)} className={buttonLooks('secondary', false)}>
              {t('nextPage')}
              <ChevronRight aria-hidden className="size-4" />
            </Link>
          )}
        </span>
      )}
    </nav>
  );
}
