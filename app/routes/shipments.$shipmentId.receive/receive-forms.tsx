import { Form } from '@remix-run/react';
import { PackageCheck } from 'lucide-react';
import { useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { EnvelopeFields } from '~/ui/envelope-fields';
import { problemsOf, type RefusedAnswer } from '~/ui/form-answer';
import { FormErrorSummary } from '~/ui/form-error-summary';
import { FormActions } from '~/ui/form-layout';
import { useName } from '~/ui/item-amount';
import type { LineToShow } from '../shipments.$shipmentId._index/shipment-view.server';
import { LineIdentity, ReceiveLine } from './receive-line';

interface ReceiveFormsProps {
  id: string;
  version: number;
  lines: readonly LineToShow[];
  membershipId: string;
  formKeys: { all: string; some: string };
  answer: RefusedAnswer | undefined;
}

/** Two ways: one press for a delivery that agrees, or line by line. Made for a phone in a cold hall. */
export function ReceiveForms(props: ReceiveFormsProps) {
  const { id, version, lines, membershipId, formKeys, answer } = props;
  const t = useText('shipments');
  const nameOf = useName();
  const labelOf = (field: string) => {
    const line = lines[Number(/^lines\[(\d+)\]/.exec(field)?.[1])];
    return line && [nameOf(line.item), line.size].filter(Boolean).join(' ');
  };
  const envelope = { membershipId, version };
  return (
    <>
      {!answer && (
        <Card>
          <Form method="post" className="space-y-3">
            <EnvelopeFields {...envelope} formKey={formKeys.all} />
            <input type="hidden" name="shipmentId" value={id} />
            {lines.map((line, at) => (
              <LineIdentity key={line.id} line={line} at={at} received={line.figures.outstanding} />
            ))}
            <Button icon={PackageCheck}>{t('receiveAll')}</Button>
            <p className="text-sm text-ink-soft">{t('receiveAllHint')}</p>
          </Form>
        </Card>
      )}
      <Form method="post" noValidate className="space-y-4">
        <EnvelopeFields {...envelope} formKey={formKeys.some} />
        <input type="hidden" name="shipmentId" value={id} />
        <FormErrorSummary problems={problemsOf(answer, labelOf)} />
        <h2 className="text-lg">{t('receiveSome')}</h2>
        <p className="text-sm text-ink-soft">{t('overHint')}</p>
        {lines.map((line, at) => (
          <ReceiveLine key={line.id} line={line} at={at} answer={answer} />
        ))}
        <FormActions>
          <Button kind={answer ? 'primary' : 'secondary'}>{t('saveReceipt')}</Button>
        </FormActions>
      </Form>
    </>
  );
}
