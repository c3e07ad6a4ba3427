import type { ReactNode } from 'react';
import { useText } from '~/i18n/text';
import { classNames } from './class-names';
import { toneIcons, toneText, toneWash, type Tone } from './tone';

interface NoticeProps {
  tone: Exclude<Tone, 'plain'>;
  title?: string | undefined;
  children?: ReactNode;
}

const words = {
  info: 'toneInfo',
  done: 'toneDone',
  waiting: 'toneWaiting',
  trouble: 'toneTrouble',
} as const;

/** A message on the page. Trouble is announced at once, the rest politely. */
export function Notice({ tone, title, children }: NoticeProps) {
  const t = useText('common');
  const Icon = toneIcons[tone];
  return (
    <div
      role={tone === 'trouble' ? 'alert' : 'status'}
      className={classNames('flex gap-3 rounded-card px-4 py-3', toneWash[tone])}
    >
      <Icon
        aria-label={t(words[tone])}
        className={classNames('mt-0.5 size-5 shrink-0', toneText[tone])}
      />
      <div className="min-w-0 space-y-1">
        {title && <p className={classNames('font-semibold', toneText[tone])}>{title}</p>}
        {children && <div className="text-ink">{children}</div>}
      </div>
    </div>
  );
}
