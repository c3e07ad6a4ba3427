import { missingReasons } from '~/domain/shipment';
import { useText } from '~/i18n/text';
import { Card } from '~/ui/card';
import type { RefusedAnswer } from '~/ui/form-answer';
import { useAmount, useName } from '~/ui/item-amount';
import { NumberField } from '~/ui/number-field';
import { plainField } from '~/ui/plain-field';
import { SelectField } from '~/ui/select-field';
import { useMissingReasonWords } from '../shipments.$shipmentId._index/missing-reason-words';
import type { LineToShow } from '../shipments.$shipmentId._index/shipment-view.server';

interface LineIdentityProps {
  line: LineToShow;
  at: number;
  /** Smallest units, where all of it is said to have come. */
  received?: number;
}

export function LineIdentity({ line, at, received }: LineIdentityProps) {
  return (
    <>
      <input type="hidden" name={`lines[${at}].lineId`} value={line.id} />
      <input type="hidden" name={`lines[${at}].factor`} value={line.factor} />
      {received !== undefined && (
        <input type="hidden" name={`lines[${at}].received`} value={received / line.factor} />
      )}
    </>
  );
}

interface ReceiveLineProps {
  line: LineToShow;
  at: number;
  answer: RefusedAnswer | undefined;
}

/** One line to count: three numbers and, where goods are missing, why. */
export function ReceiveLine({ line, at, answer }: ReceiveLineProps) {
  const t = useText('shipments');
  const nameOf = useName();
  const amount = useAmount();
  const reasons = useMissingReasonWords();
  const { item, unitCode, figures } = line;
  const unit = item.units.find((one) => one.code === unitCode);
  const field = (name: string) => plainField(answer, `lines[${at}].${name}`);
  const shared = { unit: unit && nameOf(unit), decimal: line.factor > 1 };
  return (
    <Card title={[nameOf(item), line.size, line.parcelCode].filter(Boolean).join(' ')}>
      <LineIdentity line={line} at={at} />
      <p className="text-ink-soft">
        {t('stillToCome', { amount: amount(figures.outstanding, item.units, unitCode) })}
      </p>
      <NumberField field={field('received')} label={t('receivedNow')} {...shared} />
      <details open={hasErrors(answer, at) || undefined}>
        <summary className="inline-flex min-h-11 items-center font-medium underline underline-offset-4">
          {t('damagedOrShort')}
        </summary>
        <div className="space-y-4 pt-3">
          <NumberField field={field('damaged')} label={t('damagedNow')} {...shared} />
          <NumberField field={field('lost')} label={t('lostNow')} {...shared} />
          <SelectField
            field={field('reason')}
            label={t('reason')}
            options={missingReasons.map((value) => ({ value, label: reasons[value] }))}
          />
        </div>
      </details>
    </Card>
  );
}

/** What was typed must not be hidden when the form comes back. */
function hasErrors(answer: RefusedAnswer | undefined, at: number): boolean {
  return ['damaged', 'lost', 'reason'].some((name) => {
    const { errors, defaultValue } = plainField(answer, `lines[${at}].${name}`, '');
    return errors !== undefined || (defaultValue ?? '') !== '';
  });
}
