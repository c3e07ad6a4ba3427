import { Form } from '@remix-run/react';
import { restoreReasons } from '~/domain/organisation';
import { useText } from '~/i18n/text';
import { Button } from './button';
import { EnvelopeFields, type EnvelopeProps } from './envelope-fields';
import { SelectField } from './select-field';

interface RestoreFormProps {
  /** Of the button. */
  title: string;
  hint: string;
  envelope: EnvelopeProps;
  intent: string;
  /** Ids that the form is about, as hidden fields. */
  about?: Record<string, string>;
}

/** Lets a record run again that was ended, with the reason. */
export function RestoreForm({ title, hint, envelope, intent, about = {} }: RestoreFormProps) {
  const t = useText('organisations');
  return (
    <Form method="post" className="space-y-4">
      <EnvelopeFields {...envelope} intent={intent} />
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p className="text-sm text-ink-soft">{hint}</p>
      <SelectField
        name="reason"
        label={t('restoreReason')}
        options={restoreReasons.map((value) => ({ value, label: t(`restore.${value}`) }))}
        required
      />
      <Button kind="secondary">{title}</Button>
    </Form>
  );
}
