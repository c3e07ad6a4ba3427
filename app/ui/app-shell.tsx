import type { ReactNode } from 'react';
import type { Role } from '~/domain/actor';
import { useText } from '~/i18n/text';
import { BottomNav } from './bottom-nav';
import { NetworkNotice } from './network-notice';
import { navigationFor } from './navigation';
import { ShellHeader } from './shell-header';
import { SideNav } from './side-nav';

export interface ShellMembership {
  id: string;
  role: Role;
  organisationName: string;
}

/** Who is signed in, and the hat worn now. */
export interface ShellReader {
  userName: string;
  membership: ShellMembership;
  /** All that the user may wear, the present one included. */
  memberships: readonly ShellMembership[];
}

interface AppShellProps {
  /** Undefined for the public, and for somebody without a membership. */
  reader?: ShellReader | undefined;
  /** Who is signed in, also where there is nothing to act as. */
  userName?: string | undefined;
  /** Path with search of this page, to come back to after a change of language or membership. */
  here: string;
  children: ReactNode;
}

/** The frame of every page. Menus are <details> and small forms: no JavaScript is needed. */
export function AppShell({ reader, userName, here, children }: AppShellProps) {
  const t = useText('common');
  const items = reader ? navigationFor(reader.membership.role) : [];
  return (
    <>
      <a
        href="#content"
        className="sr-only z-50 rounded-lg bg-ink px-4 py-2 text-white focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t('skipToContent')}
      </a>
      <NetworkNotice />
      <ShellHeader reader={reader} userName={userName} here={here} />
      <div className="mx-auto flex w-full max-w-[88rem]">
        {items.length > 0 && <SideNav items={items} />}
        <main
          id="content"
          tabIndex={-1}
          className="min-w-0 flex-1 px-4 pt-6 pb-28 outline-none sm:px-8 lg:pt-8 lg:pb-16"
        >
          {children}
        </main>
      </div>
      {items.length > 0 && <BottomNav items={items} />}
    </>
  );
}
