import type { Role } from '~/domain/actor';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { Badge } from '~/ui/badge';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { Notice } from '~/ui/notice';

interface MembershipCardProps {
  memberships: readonly { membershipId: string; role: Role; organisationName: string }[];
  wornId?: string | undefined;
}

export function MembershipCard({ memberships, wornId }: MembershipCardProps) {
  const t = useText('auth');
  const roleName = useText('roles');
  if (memberships.length === 0) return <Notice tone="waiting">{t('noMembership')}</Notice>;
  return (
    <Card title={t('myMemberships')}>
      <ul className="divide-y divide-line">
        {memberships.map(({ membershipId, role, organisationName }) => (
          <li
            key={membershipId}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3"
          >
            <div>
              <p className="font-medium">{organisationName}</p>
              <p className="text-sm text-ink-soft">{roleName(role)}</p>
            </div>
            {membershipId === wornId ? (
              <Badge tone="done">{t('worn')}</Badge>
            ) : (
              <form method="post" action={paths.switchMembership}>
                <Button kind="secondary" name="membershipId" value={membershipId}>
                  {t('wear')}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
