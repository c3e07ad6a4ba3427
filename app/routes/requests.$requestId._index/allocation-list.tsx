import { Link } from '@remix-run/react';
import type { AllocationStatus } from '~/domain/allocation/suggestion';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { Card } from '~/ui/card';
import { InstantText } from '~/ui/date-text';
import { StatusBadge } from '~/ui/status-badge';

interface AllocationListProps {
  allocations: readonly { id: string; status: AllocationStatus; createdAt: string }[];
}

/** Every time goods were given to this request, however small the part. */
export function AllocationList({ allocations }: AllocationListProps) {
  const t = useText('requests');
  if (allocations.length === 0) return null;
  return (
    <Card title={t('allocations')}>
      <ul className="divide-y divide-line">
        {allocations.map((one, at) => (
          <li key={one.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <Link to={paths.allocation(one.id)} className="underline underline-offset-4">
              {t('allocationNumber', { number: at + 1 })}
            </Link>
            <InstantText at={one.createdAt} style="short" />
            <StatusBadge status={`allocation.${one.status}`} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
