import { Form } from '@remix-run/react';
import { Truck } from 'lucide-react';
import type { DomainError } from '~/domain/error';
import { useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { EnvelopeFields } from '~/ui/envelope-fields';
import { problemsOf, type RefusedAnswer } from '~/ui/form-answer';
import { FormErrorSummary } from '~/ui/form-error-summary';
import { FieldGrid, FormActions } from '~/ui/form-layout';
import { plainField } from '~/ui/plain-field';
import { TextField } from '~/ui/text-field';

export interface StepProps {
  shipment: { id: string; version: number };
  membershipId: string;
  formKey: string;
  refusal: DomainError | undefined;
  answer: RefusedAnswer | undefined;
}

export function DispatchCard({ shipment, membershipId, formKey, refusal, answer }: StepProps) {
  const t = useText('shipments');
  const labels: Record<string, string> = {
    carrier: t('carrier'),
    waybillNumber: t('waybillNumber'),
    vehiclePlate: t('vehiclePlate'),
    driverName: t('driverName'),
    driverPhone: t('driverPhone'),
  };
  const field = (name: string) => plainField(answer, name);
  return (
    <Card title={t('dispatchTitle')}>
      <p className="text-ink-soft">{t('dispatchLead')}</p>
      <Form method="post" noValidate className="space-y-5">
        <EnvelopeFields
          membershipId={membershipId}
          formKey={formKey}
          version={shipment.version}
          intent="dispatch"
        />
        <input type="hidden" name="shipmentId" value={shipment.id} />
        <FormErrorSummary problems={problemsOf(answer, (name) => labels[name])} />
        <FieldGrid>
          <TextField
            field={field('carrier')}
            label={t('carrier')}
            hint={t('carrierOrPlate')}
            maxLength={100}
          />
          <TextField field={field('waybillNumber')} label={t('waybillNumber')} maxLength={60} />
          <TextField field={field('vehiclePlate')} label={t('vehiclePlate')} />
          <TextField field={field('driverName')} label={t('driverName')} maxLength={60} />
          <TextField field={field('driverPhone')} label={t('driverPhone')} type="tel" />
        </FieldGrid>
        <FormActions>
          <Button icon={Truck} refusal={refusal}>
            {t('dispatch')}
          </Button>
        </FormActions>
      </Form>
    </Card>
  );
}
