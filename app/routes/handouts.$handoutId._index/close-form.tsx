import { Form } from '@remix-run/react';
import { useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { EnvelopeFields, type EnvelopeProps } from '~/ui/envelope-fields';

export function CloseForm({ envelope }: { envelope: EnvelopeProps }) {
  const t = useText('handouts');
  return (
    <Form method="post" className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <EnvelopeFields {...envelope} intent="close" />
      <Button kind="secondary">{t('close')}</Button>
      <span className="text-sm text-ink-soft">{t('closeHint')}</span>
    </Form>
  );
}
