import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { InstantText } from './date-text';
import { toneIcons, toneText, type Tone } from './tone';

export interface TimelineEntry {
  id: string;
  at: string | Date;
  title: ReactNode;
  /** Person and organisation. */
  by?: ReactNode;
  detail?: ReactNode;
  tone?: Tone | undefined;
}

/** Who did what when; the order is the caller's. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="relative space-y-5 ms-2.5 border-s-2 border-line ps-6">
      {entries.map(({ id, at, title, by, detail, tone = 'plain' }) => {
        const Icon = toneIcons[tone];
        return (
          <li key={id} className="relative">
            <span className="absolute -start-[2.25rem] top-0.5 rounded-full bg-sheet p-0.5">
              <Icon aria-hidden className={classNames('size-5', toneText[tone])} />
            </span>
            <p className="font-medium">{title}</p>
            <p className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
              <InstantText at={at} />
              {by && <span>{by}</span>}
            </p>
            {detail && <div className="mt-1 text-sm">{detail}</div>}
          </li>
        );
      })}
    </ol>
  );
}
