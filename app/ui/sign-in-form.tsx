import { KeyRound } from 'lucide-react';
import type { KeptForm } from '~/domain/kept-form';
import type { DomainError } from '~/domain/error';
import { useErrorText } from '~/i18n/error-text';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { Button } from './button';
import { FormErrorSummary } from './form-error-summary';
import { TextField } from './text-field';

interface SignInFormProps {
  /** Where to go afterwards, when a page was asked for. */
  returnTo?: string | undefined;
  /** The form that was sent signed out: carried along and sent again afterwards. */
  kept?: KeptForm | undefined;
  /** As typed before. */
  login?: string | undefined;
  error?: DomainError | undefined;
}

/**
 * A plain document form, because its answer may be a 307 that makes the browser send the kept form again: that works
 * without JavaScript, and nothing else does.
 */
export function SignInForm({ returnTo, kept, login, error }: SignInFormProps) {
  const t = useText('auth');
  const errorText = useErrorText();
  return (
    <form method="post" action={paths.signIn} className="space-y-5">
      {error && <FormErrorSummary problems={[{ error: errorText(error) }]} />}
      {kept?.fields?.map(([name, value], index) => (
        // Names repeat (check boxes), and the order is part of what was typed.
        <input key={index} type="hidden" name={name} value={value} />
      ))}
      {kept?.fields && <input type="hidden" name="_resume" value={kept.resume} />}
      <input type="hidden" name="_returnTo" value={returnTo ?? kept?.resume ?? paths.home} />
      <TextField
        name="_login"
        label={t('login')}
        autoComplete="username"
        defaultValue={login}
        required
      />
      <TextField
        name="_password"
        type="password"
        label={t('password')}
        autoComplete="current-password"
        required
      />
      <Button icon={KeyRound}>{t('signIn')}</Button>
    </form>
  );
}
