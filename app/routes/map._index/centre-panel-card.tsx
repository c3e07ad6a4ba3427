import { Link, useSearchParams } from '@remix-run/react';
import { HandHelping, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { Badge } from '~/ui/badge';
import { buttonLooks } from '~/ui/button-looks';
import { Card } from '~/ui/card';
import { DayText } from '~/ui/date-text';
import { FactList } from '~/ui/fact-list';
import { Amount, useName } from '~/ui/item-amount';
import { LinkButton } from '~/ui/link-button';
import { Money } from '~/ui/money';
import { StatusBadge } from '~/ui/status-badge';
import { useRequestLabels } from '../requests.new/request-labels';
import type { CentrePanel } from './centre-panel.server';
import { useMapWords } from './map-words';
import { PanelRequest } from './panel-request';

/** One centre beside the map: what it needs, what it has, what is coming, and what the reader may do about it. */
export function CentrePanelCard({ panel }: { panel: CentrePanel }) {
  const t = useText('map');
  const words = useMapWords(panel.perspective);
  const [search] = useSearchParams();
  const closed = new URLSearchParams(search);
  closed.delete('centre');
  const need = panel.perspective === 'need';
  const facts = [
    { label: t('division'), value: panel.where.join('，') },
    ...(need ? [{ label: t('personsWaiting'), value: words.number(panel.persons) }] : []),
    { label: need ? t('fill') : t('arrivedShare'), value: words.fill(panel.fill) },
    { label: t('valueReceived'), value: <Money value_fen={panel.valueFen} /> },
  ];
  return (
    <Card
      title={panel.name}
      tools={
        <Link to={`?${closed}`} preventScrollReset className={buttonLooks('quiet', false)}>
          <X aria-hidden className="size-4" />
          {t('closePanel')}
        </Link>
      }
    >
      <FactList facts={facts} />
      {panel.precision !== 'pinned' && (
        <p className="text-sm text-ink-soft">
          {panel.precision === undefined ? t('notOnMap') : t('notPinnedNote')}
        </p>
      )}
      {need ? <Needs panel={panel} /> : <Gifts panel={panel} />}
      <Deliveries panel={panel} />
      {need && <Stock panel={panel} />}
      <Programmes panel={panel} />
    </Card>
  );
}

function Needs({ panel }: { panel: CentrePanel }) {
  const t = useText('map');
  return (
    <Section title={t('needs')} empty={panel.requests.length === 0 && t('noNeeds')}>
      {panel.requests.map((request) => (
        <PanelRequest key={request.id} request={request} items={panel.items} />
      ))}
      <LinkButton
        to={paths.newRequest}
        kind="secondary"
        icon={HandHelping}
        refusal={panel.askRefusal}
      >
        {t('ask')}
      </LinkButton>
    </Section>
  );
}

function Gifts({ panel }: { panel: CentrePanel }) {
  const t = useText('map');
  return (
    <Section title={t('ownGoods')} empty={panel.gifts.length === 0 && t('noOwnGoods')}>
      <ul className="space-y-2">
        {panel.gifts.map(({ itemId, allocated, arrived }) => (
          <li key={itemId} className="flex flex-wrap justify-between gap-x-4">
            <ItemName panel={panel} itemId={itemId} />
            <span>
              {t('arrivedOf')} <ItemAmount panel={panel} itemId={itemId} quantity={arrived} />
              {' / '}
              <ItemAmount panel={panel} itemId={itemId} quantity={allocated} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Deliveries({ panel }: { panel: CentrePanel }) {
  const t = useText('map');
  return (
    <Section title={t('comingHere')} empty={panel.deliveries.length === 0 && t('nothingComing')}>
      <ul className="space-y-2">
        {panel.deliveries.map(({ shipmentId, code, from, status, dispatchedOn, late }) => (
          <li key={shipmentId} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Link to={paths.shipment(shipmentId)} className="underline underline-offset-4">
              {code}
            </Link>
            <span>{t('fromWhen', { from })}</span>
            <DayText day={dispatchedOn} style="short" />
            <StatusBadge status={`shipment.${status}`} />
            {late && <Badge tone="trouble">{t('late')}</Badge>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Stock({ panel }: { panel: CentrePanel }) {
  const t = useText('map');
  return (
    <Section title={t('stockHere')} empty={panel.stock.length === 0 && t('noStock')}>
      <ul className="space-y-1">
        {panel.stock.map(({ itemId, quantity }) => (
          <li key={itemId} className="flex justify-between gap-4">
            <ItemName panel={panel} itemId={itemId} />
            <ItemAmount panel={panel} itemId={itemId} quantity={quantity} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Programmes({ panel }: { panel: CentrePanel }) {
  const t = useText('map');
  const labels = useRequestLabels();
  return (
    <Section title={t('programmes')} empty={panel.programmes.length === 0 && t('noProgrammes')}>
      <ul className="space-y-1">
        {panel.programmes.map(({ id, name, group, endedOn }) => (
          <li key={id}>
            {name} <span className="text-sm text-ink-soft">{labels.group(group)}</span>
            {endedOn && <span className="text-sm text-ink-soft">（{t('ended')}）</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface SectionProps {
  title: string;
  /** Said in place of an empty list; what stands below it stays. */
  empty: string | false;
  children: ReactNode;
}

function Section({ title, empty, children }: SectionProps) {
  return (
    <section className="space-y-2 border-t border-line pt-4">
      <h3 className="font-semibold">{title}</h3>
      {empty && <p className="text-ink-soft">{empty}</p>}
      {children}
    </section>
  );
}

interface OfItem {
  panel: Pick<CentrePanel, 'items'>;
  itemId: string;
}

export function ItemName({ panel, itemId }: OfItem) {
  const nameOf = useName();
  const item = panel.items.find((one) => one.id === itemId);
  return <span>{item && nameOf(item)}</span>;
}

export function ItemAmount({ panel, itemId, quantity }: OfItem & { quantity: number }) {
  const item = panel.items.find((one) => one.id === itemId);
  return <Amount quantity={quantity} units={item?.units ?? []} />;
}
