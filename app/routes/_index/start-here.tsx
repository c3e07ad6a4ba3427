import { Footprints } from 'lucide-react';
import type { Role } from '~/domain/actor';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { EmptyState } from '~/ui/empty-state';
import { LinkButton } from '~/ui/link-button';

const guidance = {
  foundation_staff: {
    text: 'start_foundation_staff',
    action: 'startPledge',
    to: paths.newDonation,
  },
  depot_staff: { text: 'start_depot_staff', action: 'startIntake', to: paths.intake },
  centre_coordinator: {
    text: 'start_centre_coordinator',
    action: 'startRequest',
    to: paths.newRequest,
  },
  township_officer: {
    text: 'start_township_officer',
    action: 'startRequests',
    to: paths.requests,
  },
  bureau_officer: {
    text: 'start_bureau_officer',
    action: 'startOrganisation',
    to: paths.registerOrganisation,
  },
  administrator: {
    text: 'start_administrator',
    action: 'startOrganisation',
    to: paths.registerOrganisation,
  },
} as const satisfies Record<Role, { text: string; action: string; to: string }>;

/** For an empty house: the first thing that this role can do. */
export function StartHere({ role }: { role: Role }) {
  const t = useText('home');
  const { text, action, to } = guidance[role];
  return (
    <EmptyState
      icon={Footprints}
      title={t('startTitle')}
      action={<LinkButton to={to}>{t(action)}</LinkButton>}
    >
      {t(text)}
    </EmptyState>
  );
}
