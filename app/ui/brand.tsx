import { Link } from '@remix-run/react';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';

/** The bridge and the name; leads home. */
export function Brand() {
  const t = useText('common');
  return (
    <Link to={paths.home} className="flex shrink-0 items-center gap-2.5 rounded-lg py-1">
      <svg viewBox="0 0 32 32" aria-hidden className="size-8">
        <rect width="32" height="32" rx="8" className="fill-persimmon" />
        <circle cx="16" cy="10.5" r="3.5" fill="#ffd9a8" />
        <g fill="none" stroke="#fff" strokeLinecap="round">
          <path d="M5 22c3.500-6.500 7-8.500 11-8.500s7.500 2 11 8.500" strokeWidth="2.400" />
          <path d="M4.500 22.500h23M10.500 17v5M16 14v8M21.500 17v5" strokeWidth="1.700" />
        </g>
      </svg>
      <span className="text-xl font-semibold tracking-wide whitespace-nowrap">
        {t('productName')}
      </span>
    </Link>
  );
}
