import { Link, useSearchParams } from '@remix-run/react';
import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react';
import { useText } from '~/i18n/text';
import { classNames } from './class-names';

interface SortHeaderProps {
  /** The key in the address: `?sort=key` upward, `?sort=-key` downward. */
  by: string;
  label: string;
  unit?: string | undefined;
  className?: string | undefined;
}

export function SortHeader({ by, label, unit, className }: SortHeaderProps) {
  const t = useText('common');
  const [search] = useSearchParams();
  const sort = search.get('sort');
  const direction = sort === by ? 'ascending' : sort === `-${by}` ? 'descending' : undefined;
  const next = new URLSearchParams(search);
  next.set('sort', direction === 'ascending' ? `-${by}` : by);
  next.delete('page');
  const Icon =
    direction === 'ascending' ? ArrowUp : direction === 'descending' ? ArrowDown : ArrowUpDown;
  return (
    <th scope="col" aria-sort={direction} className={className}>
      <Link
        to={`?${next}`}
        preventScrollReset
        title={t(direction === 'ascending' ? 'sortDescending' : 'sortAscending', { column: label })}
        className={classNames(
          'inline-flex min-h-6 items-center gap-1 hover:text-ink',
          direction && 'font-semibold text-ink',
        )}
      >
        {label}
        {unit && <span className="font-normal">{t('inUnit', { unit })}</span>}
        <Icon aria-hidden className={classNames('size-3.5', !direction && 'opacity-50')} />
      </Link>
    </th>
  );
}
