import { missingReasons } from '~/domain/shipment';
import { useText } from '~/i18n/text';
import { Card } from '~/ui/card';
import { InstantText } from '~/ui/date-text';
import { useAmount, useName } from '~/ui/item-amount';
import { useMissingReasonWords } from './missing-reason-words';
import type { LineToShow } from './shipment-view.server';

interface Receipt {
  id: string;
  occurredAt: string;
  receivedBy: string | null;
  lines: {
    lineId: string;
    received: number;
    damaged: number;
    lost: number;
    reason: string | null;
  }[];
}

interface ReceiptsCardProps {
  receipts: readonly Receipt[];
  lines: readonly LineToShow[];
}

/** Every receiving as it was counted; none is ever edited. */
export function ReceiptsCard({ receipts, lines }: ReceiptsCardProps) {
  const t = useText('shipments');
  return (
    <Card title={t('receipts')}>
      {receipts.length === 0 && <p className="text-ink-soft">{t('noReceipts')}</p>}
      {receipts.map((receipt, at) => (
        <section key={receipt.id} className="space-y-1.5">
          <h3 className="font-medium">{t('receiptAt', { number: at + 1 })}</h3>
          <p className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
            <InstantText at={receipt.occurredAt} />
            {receipt.receivedBy && <span>{t('receivedBy', { name: receipt.receivedBy })}</span>}
          </p>
          <ul className="space-y-1">
            {receipt.lines.map((line) => (
              <ReceiptLine key={line.lineId} line={line} lines={lines} />
            ))}
          </ul>
        </section>
      ))}
    </Card>
  );
}

function ReceiptLine({
  line,
  lines,
}: {
  line: Receipt['lines'][number];
  lines: ReceiptsCardProps['lines'];
}) {
  const t = useText('shipments');
  const nameOf = useName();
  const amount = useAmount();
  const reasons = useMissingReasonWords();
  const of = lines.find((one) => one.id === line.lineId);
  // A donor sees the lines of its own goods alone.
  if (!of) return null;
  const say = (quantity: number) => amount(quantity, of.item.units, of.unitCode);
  const why = missingReasons.find((one) => one === line.reason);
  const parts = [
    line.received > 0 && `${t('received')} ${say(line.received)}`,
    line.damaged > 0 && `${t('damaged')} ${say(line.damaged)}`,
    line.lost > 0 && `${why ? reasons[why] : t('lost')} ${say(line.lost)}`,
  ].filter(Boolean);
  return (
    <li className="flex flex-wrap gap-x-3">
      <span>{[nameOf(of.item), of.size].filter(Boolean).join(' ')}</span>
      <span className="text-ink-soft">{parts.join(' · ')}</span>
    </li>
  );
}
