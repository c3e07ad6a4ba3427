import { Copy } from 'lucide-react';
import { useState } from 'react';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { LinkButton } from '~/ui/link-button';
import { Notice } from '~/ui/notice';
import { QrCode, type Qr } from '~/ui/qr-code';
import { TextField } from '~/ui/text-field';
import { useHydrated } from '~/ui/use-hydrated';

/** The link, this once: only a hash of it is kept. */
export function InvitedCard({ link, qr }: { link: string; qr: Qr }) {
  const t = useText('auth');
  const hydrated = useHydrated();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    setCopied(true);
  };
  return (
    <>
      <Notice tone="waiting">{t('invitedOnce')}</Notice>
      <Card>
        <TextField name="link" label={t('inviteLink')} defaultValue={link} readOnly />
        {hydrated && (
          <p className="flex items-center gap-3">
            <Button type="button" icon={Copy} onClick={() => void copy()}>
              {t('copy')}
            </Button>
            <span aria-live="polite">{copied && t('copied')}</span>
          </p>
        )}
        <QrCode qr={qr} code={link} className="size-48" />
      </Card>
      <div className="flex flex-wrap gap-3">
        <LinkButton kind="secondary" to={paths.invite} reloadDocument>
          {t('inviteAnother')}
        </LinkButton>
        <LinkButton kind="quiet" to={paths.people}>
          {t('backToPeople')}
        </LinkButton>
      </div>
    </>
  );
}
