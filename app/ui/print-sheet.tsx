import { Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '~/i18n/text';
import { Button } from './button';

interface PrintSheetProps {
  title: string;
  /** Line under the title: number, day, place. */
  lead?: ReactNode;
  /** Top right corner, for instance a QR code. */
  corner?: ReactNode;
  children: ReactNode;
}

/** A sheet of paper on the screen; printed, it is the paper alone. */
export function PrintSheet({ title, lead, corner, children }: PrintSheetProps) {
  const t = useText('common');
  return (
    <div className="space-y-4">
      <div className="no-print flex flex-wrap items-center gap-3">
        <Button type="button" icon={Printer} onClick={() => window.print()}>
          {t('print')}
        </Button>
        <span className="text-sm text-ink-soft">{t('printHint')}</span>
      </div>
      <article className="print-plain mx-auto max-w-[210mm] space-y-5 border border-line bg-white p-6 shadow-card sm:p-10">
        <div className="flex items-start justify-between gap-6">
          <div className="space-y-1">
            <h1 className="text-xl">{title}</h1>
            {lead && <div className="text-sm">{lead}</div>}
          </div>
          {corner}
        </div>
        {children}
      </article>
    </div>
  );
}
