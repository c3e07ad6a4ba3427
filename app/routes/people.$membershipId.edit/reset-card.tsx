import { Form } from '@remix-run/react';
import { useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { EnvelopeFields, type EnvelopeProps } from '~/ui/envelope-fields';

export function ResetCard({ envelope }: { envelope: EnvelopeProps }) {
  const t = useText('auth');
  return (
    <Card title={t('resetPassword')}>
      <p className="text-sm text-ink-soft">{t('resetHint')}</p>
      <Form method="post">
        <EnvelopeFields {...envelope} intent="reset" />
        <Button kind="secondary">{t('resetMake')}</Button>
      </Form>
    </Card>
  );
}
