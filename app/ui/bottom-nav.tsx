import { NavLink } from '@remix-run/react';
import { Ellipsis } from 'lucide-react';
import { useText } from '~/i18n/text';
import { classNames } from './class-names';
import { Menu } from './menu';
import { menuItemLooks } from './menu-item-looks';
import type { NavItem } from './navigation';

const SHOWN = 4;
const tab = 'flex min-h-14 flex-col items-center justify-center gap-0.5 px-1 text-xs';

/** Navigation of a phone: four daily pages under the thumb, the rest behind "more". */
export function BottomNav({ items }: { items: readonly NavItem[] }) {
  const t = useText('nav');
  const rest = items.slice(SHOWN);
  return (
    <nav
      aria-label={t('main')}
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-sheet pb-[env(safe-area-inset-bottom)] lg:hidden"
    >
      <ul className="mx-auto grid max-w-lg auto-cols-fr grid-flow-col">
        {items.slice(0, SHOWN).map(({ key, to, icon: Icon }) => (
          <li key={key}>
            <NavLink
              to={to}
              end={key === 'home'}
              className={({ isActive }) =>
                classNames(tab, isActive ? 'font-semibold text-persimmon' : 'text-ink-soft')
              }
            >
              <Icon aria-hidden className="size-6" strokeWidth={1.75} />
              {t(key)}
            </NavLink>
          </li>
        ))}
        {rest.length > 0 && (
          <li>
            <Menu
              label={t('more')}
              opens="above"
              hideArrow
              summaryClassName={classNames(tab, 'text-ink-soft')}
              summary={
                <>
                  <Ellipsis aria-hidden className="size-6" strokeWidth={1.75} />
                  {t('more')}
                </>
              }
            >
              <ul>
                {rest.map(({ key, to, icon: Icon }) => (
                  <li key={key}>
                    <NavLink to={to} className={menuItemLooks}>
                      <Icon aria-hidden className="size-5 text-ink-soft" strokeWidth={1.75} />
                      {t(key)}
                    </NavLink>
                  </li>
                ))}
              </ul>
            </Menu>
          </li>
        )}
      </ul>
    </nav>
  );
}
