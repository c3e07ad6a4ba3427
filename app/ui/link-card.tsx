import { Copy } from 'lucide-react';
import { useState } from 'react';
import { useText } from '~/i18n/text';
import { Button } from './button';
import { Card } from './card';
import { QrCode, type Qr } from './qr-code';
import { TextField } from './text-field';
import { useHydrated } from './use-hydrated';

export interface OneTimeLink {
  link: string;
  qr: Qr;
}

/** A one-time link to hand over, this once: only a hash of it is kept. */
export function LinkCard({ label, link, qr }: OneTimeLink & { label: string }) {
  const t = useText('auth');
  const hydrated = useHydrated();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    setCopied(true);
  };
  return (
    <Card>
      <TextField name="link" label={label} defaultValue={link} readOnly />
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
  );
}
