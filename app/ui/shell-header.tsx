import { Link } from '@remix-run/react';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import type { ShellReader } from './app-shell';
import { Brand } from './brand';
import { buttonLooks } from './button-looks';
import { LanguageSwitch } from './language-switch';
import { MembershipSwitch } from './membership-switch';
import { UserMenu } from './user-menu';

interface ShellHeaderProps {
  reader: ShellReader | undefined;
  /** Of somebody signed in, with a membership or without. */
  userName: string | undefined;
  here: string;
}

export function ShellHeader({ reader, userName, here }: ShellHeaderProps) {
  const t = useText('nav');
  return (
    <header className="shell sticky top-0 z-30 border-b border-line bg-sheet">
      <div className="mx-auto flex h-16 max-w-[88rem] items-center gap-2 px-4 sm:gap-3 sm:px-6">
        <Brand />
        <div className="flex-1" />
        {userName !== undefined ? (
          <>
            {reader && <MembershipSwitch reader={reader} here={here} />}
            <div className="hidden sm:block">
              <LanguageSwitch here={here} />
            </div>
            <UserMenu userName={userName} here={here} />
          </>
        ) : (
          <>
            <LanguageSwitch here={here} />
            <Link to={paths.signIn} className={buttonLooks('secondary', false)}>
              {t('signIn')}
            </Link>
          </>
        )}
      </div>
    </header>
  );
}
