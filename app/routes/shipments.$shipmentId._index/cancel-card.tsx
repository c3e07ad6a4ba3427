import { Form } from '@remix-run/react';
import { useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { EnvelopeFields } from '~/ui/envelope-fields';
import type { StepProps } from './dispatch-card';

export function CancelCard({ shipment, membershipId, formKey, refusal }: StepProps) {
  const t = useText('shipments');
  return (
    <Card title={t('cancelTitle')}>
      <p className="text-ink-soft">{t('cancelLead')}</p>
      <Form method="post">
        <EnvelopeFields
          membershipId={membershipId}
          formKey={formKey}
          version={shipment.version}
          intent="cancel"
        />
        <input type="hidden" name="shipmentId" value={shipment.id} />
        <Button kind="danger" refusal={refusal}>
          {t('cancel')}
        </Button>
      </Form>
    </Card>
  );
}
