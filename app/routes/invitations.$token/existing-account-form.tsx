import { Form } from '@remix-run/react';
import type { DomainError } from '~/domain/error';
import { useErrorText } from '~/i18n/error-text';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { FormErrorSummary } from '~/ui/form-error-summary';
import { LinkButton } from '~/ui/link-button';

interface ExistingAccountFormProps {
  signedInAs?: string | undefined;
  path: string;
  error?: DomainError | undefined;
}

/** A person who has an account takes the role on with it. */
export function ExistingAccountForm({ signedInAs, path, error }: ExistingAccountFormProps) {
  const t = useText('auth');
  const errorText = useErrorText();
  if (signedInAs === undefined) {
    return (
      <p className="flex flex-wrap items-center gap-3">
        {t('haveAccount')}
        <LinkButton
          kind="secondary"
          to={`${paths.signIn}?returnTo=${encodeURIComponent(path)}`}
          reloadDocument
        >
          {t('signInFirst')}
        </LinkButton>
      </p>
    );
  }
  return (
    <Card>
      <Form method="post" className="space-y-4">
        {error && <FormErrorSummary problems={[{ error: errorText(error) }]} />}
        <p>{t('acceptAs', { name: signedInAs })}</p>
        <input type="hidden" name="_intent" value="accept-signed-in" />
        <Button>{t('accept')}</Button>
      </Form>
    </Card>
  );
}
