import { Form } from '@remix-run/react';
import { Search } from 'lucide-react';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { Button } from './button';
import { TextField } from './text-field';

interface TraceFormProps {
  /** As it was typed, when it led nowhere. */
  typed?: string | undefined;
  errors?: string[] | undefined;
}

/** Where anyone types the code of a box or a donation. A GET form: the answer has an address of its own. */
export function TraceForm({ typed, errors }: TraceFormProps) {
  const t = useText('trace');
  return (
    <Form
      method="get"
      action={paths.trace}
      className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-end"
    >
      <TextField
        name="code"
        label={t('code')}
        hint={t('codeHint')}
        placeholder="PXXX-XXXX-XXXX-XXXX"
        maxLength={60}
        defaultValue={typed}
        errors={errors}
      />
      <Button icon={Search}>{t('look')}</Button>
    </Form>
  );
}
