import { Link } from '@remix-run/react';
import { Scale, Stamp } from 'lucide-react';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { Badge } from '~/ui/badge';
import { DayText } from '~/ui/date-text';
import { Amount, useName } from '~/ui/item-amount';
import { LinkButton } from '~/ui/link-button';
import { StatusBadge } from '~/ui/status-badge';
import { urgencyTones, useRequestLabels } from '../requests.new/request-labels';
import type { CentrePanel, ShownRequest } from './centre-panel.server';

interface PanelRequestProps {
  request: ShownRequest;
  items: CentrePanel['items'];
}

/** One request: who for, by when, line by line what is met, and the step that it waits for. */
export function PanelRequest({ request, items }: PanelRequestProps) {
  const t = useText('map');
  const labels = useRequestLabels();
  const { id, status, urgency, needBy, headCount, programmeName, lines } = request;
  const open = lines.some((line) => line.remainder > 0);
  return (
    <article className="space-y-2 rounded-lg bg-mist p-3">
      <div className="flex flex-wrap items-center gap-2">
        <Link to={paths.request(id)} className="font-medium underline underline-offset-4">
          {programmeName}
        </Link>
        <StatusBadge status={`request.${status}`} />
        <Badge tone={urgencyTones[urgency]}>{labels.urgency(urgency)}</Badge>
      </div>
      <p className="text-sm text-ink-soft">
        {t('forPersons', { count: headCount })} · {t('needByDay')} <DayText day={needBy} />
      </p>
      <ul className="space-y-1.5">
        {lines.map((line) => (
          <PanelLine key={line.id} line={line} status={status} items={items} />
        ))}
      </ul>
      {request.approveRefusal !== null && (
        <LinkButton to={paths.request(id)} icon={Stamp} refusal={request.approveRefusal}>
          {t('approve')}
        </LinkButton>
      )}
      {open && request.allocateRefusal !== null && (
        <LinkButton to={paths.deskOf(id)} icon={Scale} refusal={request.allocateRefusal}>
          {t('allocate')}
        </LinkButton>
      )}
    </article>
  );
}

interface PanelLineProps {
  line: ShownRequest['lines'][number];
  status: ShownRequest['status'];
  items: CentrePanel['items'];
}

function PanelLine({ line, status, items }: PanelLineProps) {
  const t = useText('map');
  const nameOf = useName();
  const item = items.find((one) => one.id === line.itemId);
  const amount = (quantity: number) => (
    <Amount quantity={quantity} units={item?.units ?? []} unitCode={line.unitCode} />
  );
  const met = line.atCentre + line.handedOut;
  const stages = [
    [t('met'), met],
    [t('onTheRoad'), line.onTheRoad],
    [t('held'), line.held],
    [t('promised'), line.promised],
    [t('stillOpen'), line.remainder],
  ] as const;
  return (
    <li>
      <span className="flex flex-wrap justify-between gap-x-4">
        <span>
          {item && nameOf(item)} {line.size}
        </span>
        {amount(status === 'approved' ? line.approved : line.requested)}
      </span>
      {status === 'approved' && (
        <span className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
          {stages
            .filter(([, quantity]) => quantity > 0)
            .map(([label, quantity]) => (
              <span key={label}>
                {label} {amount(quantity)}
              </span>
            ))}
        </span>
      )}
    </li>
  );
}
