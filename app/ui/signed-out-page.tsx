import type { KeptForm } from '~/domain/kept-form';
import { useText } from '~/i18n/text';
import { Card } from './card';
import { Notice } from './notice';
import { Page } from './page';
import { SignInForm } from './sign-in-form';

/** Shown when a form was sent after the session had ended: signing in sends the same form again. */
export function SignedOutPage({ kept }: { kept: KeptForm }) {
  const t = useText('auth');
  return (
    <Page narrow title={t('expiredTitle')}>
      {kept.fields ? (
        <Notice tone="waiting" title={t('expiredKeptTitle')}>
          {t('expiredKept')}
        </Notice>
      ) : (
        <Notice tone="trouble">{t('expiredLost')}</Notice>
      )}
      <Card>
        <SignInForm kept={kept} />
      </Card>
    </Page>
  );
}
