import { Link } from '@remix-run/react';
import { CircleUserRound, LogOut, UserRound } from 'lucide-react';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { LanguageSwitch } from './language-switch';
import { Menu } from './menu';
import { menuItemLooks } from './menu-item-looks';

interface UserMenuProps {
  userName: string;
  here: string;
}

export function UserMenu({ userName, here }: UserMenuProps) {
  const t = useText('nav');
  const common = useText('common');
  return (
    <Menu
      label={common('labelled', { label: t('account'), text: userName })}
      summary={
        <>
          <CircleUserRound aria-hidden className="size-6 shrink-0" strokeWidth={1.75} />
          <span className="hidden max-w-32 truncate md:inline">{userName}</span>
        </>
      }
    >
      <p className="px-3 pt-1 pb-2 font-medium">{userName}</p>
      <Link to={paths.account} className={menuItemLooks}>
        <UserRound aria-hidden className="size-5 text-ink-soft" />
        {t('account')}
      </Link>
      <div className="sm:hidden">
        <LanguageSwitch here={here} />
      </div>
      <form method="post" action={paths.signOut}>
        <button className={menuItemLooks}>
          <LogOut aria-hidden className="size-5 text-ink-soft" />
          {t('signOut')}
        </button>
      </form>
    </Menu>
  );
}
