import { Form } from '@remix-run/react';
import { useText } from '~/i18n/text';
import { Button } from './button';
import { Card } from './card';
import { EnvelopeFields, type EnvelopeProps } from './envelope-fields';
import { FormActions } from './form-layout';
import { optionsOf, useRegisterWords } from './register-words';
import { SelectField } from './select-field';

/** Ends an entry of the register, with its reason (`_intent` is `end`). */
export function EndEntryCard({ envelope, hint }: { envelope: EnvelopeProps; hint: string }) {
  const t = useText('register');
  const { endReasons } = useRegisterWords();
  return (
    <Card title={t('end')}>
      <Form method="post" className="space-y-4">
        <EnvelopeFields {...envelope} intent="end" />
        <p className="text-sm text-ink-soft">{hint}</p>
        <SelectField
          name="reason"
          label={t('endReason')}
          options={optionsOf(endReasons)}
          required
        />
        <FormActions>
          <Button kind="danger">{t('end')}</Button>
        </FormActions>
      </Form>
    </Card>
  );
}
