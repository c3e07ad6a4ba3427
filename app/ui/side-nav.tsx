import { NavLink } from '@remix-run/react';
import { useText } from '~/i18n/text';
import { classNames } from './class-names';
import type { NavItem } from './navigation';

/** Navigation of a desk: all pages of the role, at the side. */
export function SideNav({ items }: { items: readonly NavItem[] }) {
  const t = useText('nav');
  return (
    <nav
      aria-label={t('main')}
      className="sticky top-16 hidden h-[calc(100dvh-4rem)] w-56 shrink-0 overflow-y-auto py-8 ps-4 lg:block"
    >
      <ul className="space-y-1">
        {items.map(({ key, to, icon: Icon }) => (
          <li key={key}>
            <NavLink
              to={to}
              end={key === 'home'}
              className={({ isActive }) =>
                classNames(
                  'flex min-h-11 items-center gap-3 rounded-lg px-3 py-2',
                  isActive
                    ? 'bg-persimmon-wash font-semibold text-persimmon-deep'
                    : 'text-ink-soft hover:bg-mist hover:text-ink',
                )
              }
            >
              <Icon aria-hidden className="size-5 shrink-0" strokeWidth={1.75} />
              {t(key)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
