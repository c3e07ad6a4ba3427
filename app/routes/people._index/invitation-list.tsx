import { Form } from '@remix-run/react';
import type { Role } from '~/domain/actor';
import { useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { InstantText } from '~/ui/date-text';
import { EnvelopeFields } from '~/ui/envelope-fields';

interface Invitation {
  invitationId: string;
  role: Role;
  organisationName: string;
  displayName: string | null;
  expiresAt: string | Date;
  formKey: string;
}

interface InvitationListProps {
  invitations: readonly Invitation[];
  membershipId: string;
}

export function InvitationList({ invitations, membershipId }: InvitationListProps) {
  const t = useText('auth');
  const roleName = useText('roles');
  return (
    <Card title={t('openInvitations')}>
      <ul className="divide-y divide-line">
        {invitations.map((row) => (
          <li
            key={row.invitationId}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3"
          >
            <div>
              <p className="font-medium">{row.displayName ?? t('unnamed')}</p>
              <p className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
                <span>{row.organisationName}</span>
                <span>{roleName(row.role)}</span>
                <span>
                  {t('expires')} <InstantText at={row.expiresAt} />
                </span>
              </p>
            </div>
            <Form method="post">
              <EnvelopeFields membershipId={membershipId} formKey={row.formKey} intent="withdraw" />
              <input type="hidden" name="invitationId" value={row.invitationId} />
              <Button kind="secondary">{t('withdraw')}</Button>
            </Form>
          </li>
        ))}
      </ul>
    </Card>
  );
}
