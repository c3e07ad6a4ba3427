import { formatNumber } from '~/i18n/format';
import { useLanguage, useText } from '~/i18n/text';
import { Card } from '~/ui/card';
import { InstantText } from '~/ui/date-text';
import { FactList, type Fact } from '~/ui/fact-list';
import { Quantity } from '~/ui/quantity';

interface ShipmentFactsProps {
  shipment: {
    createdAt: string;
    dispatchedAt: string | null;
    carrier: string | null;
    vehiclePlate: string | null;
    waybillNumber: string | null;
    driver?: { name: string | null; phone: string | null } | undefined;
  };
  load: { weightG: number; volumeMl: number };
}

export function ShipmentFacts({ shipment, load }: ShipmentFactsProps) {
  const t = useText('shipments');
  const language = useLanguage();
  const cubicMetres = formatNumber(language, load.volumeMl / 1_000_000, 2);
  const facts: Fact[] = [
    {
      label: t('weight'),
      value: <Quantity value={Math.round(load.weightG / 100) / 10} unit="kg" />,
    },
    { label: t('volume'), value: t('cubicMetres', { volume: cubicMetres }) },
    { label: t('createdAt'), value: <InstantText at={shipment.createdAt} /> },
  ];
  const { phone } = shipment.driver ?? {};
  const transport: Fact[] = [
    { label: t('carrier'), value: shipment.carrier },
    { label: t('waybillNumber'), value: shipment.waybillNumber },
    { label: t('vehiclePlate'), value: shipment.vehiclePlate },
    { label: t('driverName'), value: shipment.driver?.name },
    { label: t('driverPhone'), value: phone && <PhoneLink phone={phone} /> },
  ];
  if (shipment.dispatchedAt) {
    const value = <InstantText at={shipment.dispatchedAt} />;
    transport.unshift({ label: t('dispatchedAt'), value });
  }
  const known = transport.filter((fact) => fact.value);
  return (
    <Card title={t('transport')}>
      <FactList facts={[...facts, ...known]} />
      {!shipment.dispatchedAt && <p className="text-ink-soft">{t('notYetSent')}</p>}
    </Card>
  );
}

function PhoneLink({ phone }: { phone: string }) {
  return (
    <a href={`tel:${phone}`} className="underline underline-offset-4">
      {phone}
    </a>
  );
}
