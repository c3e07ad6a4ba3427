import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { toneIcons, toneText, toneWash, type Tone } from './tone';

interface BadgeProps {
  tone?: Tone | undefined;
  children: ReactNode;
}

/** Icon, word and colour: readable without any one of them. */
export function Badge({ tone = 'plain', children }: BadgeProps) {
  const Icon = toneIcons[tone];
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1 rounded-full px-2.5 py-0.5 text-sm font-medium whitespace-nowrap',
        toneText[tone],
        toneWash[tone],
      )}
    >
      <Icon aria-hidden className="size-3.5 shrink-0" strokeWidth={2.25} />
      {children}
    </span>
  );
}
