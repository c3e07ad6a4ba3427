import { Check } from 'lucide-react';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import type { ShellMembership, ShellReader } from './app-shell';
import { Menu } from './menu';
import { menuItemLooks } from './menu-item-looks';

interface MembershipSwitchProps {
  reader: ShellReader;
  here: string;
}

/** For whom the reader works now; a menu where there is a choice. */
export function MembershipSwitch({ reader, here }: MembershipSwitchProps) {
  const t = useText('nav');
  const { membership, memberships } = reader;
  if (memberships.length < 2) return <Worn membership={membership} />;
  return (
    <Menu label={t('switchMembership')} summary={<Worn membership={membership} />}>
      <p className="px-3 pt-1 pb-2 text-sm text-ink-soft">{t('switchMembership')}</p>
      <form method="post" action={paths.switchMembership}>
        <input type="hidden" name="returnTo" value={here} />
        {memberships.map((choice) => (
          <button
            key={choice.id}
            name="membershipId"
            value={choice.id}
            aria-current={choice.id === membership.id || undefined}
            className={menuItemLooks}
          >
            <Check
              aria-hidden
              className={choice.id === membership.id ? 'size-4 text-bamboo' : 'size-4 opacity-0'}
            />
            <Names membership={choice} />
          </button>
        ))}
      </form>
    </Menu>
  );
}

function Worn({ membership }: { membership: ShellMembership }) {
  return (
    <span className="max-w-32 min-w-0 text-start text-sm leading-snug sm:max-w-64">
      <Names membership={membership} />
    </span>
  );
}

function Names({ membership }: { membership: ShellMembership }) {
  const role = useText('roles');
  return (
    <span className="block min-w-0">
      <span className="block truncate font-medium">{membership.organisationName}</span>
      <span className="block truncate text-xs text-ink-soft">{role(membership.role)}</span>
    </span>
  );
}
