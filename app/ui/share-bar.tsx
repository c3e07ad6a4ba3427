import { classNames } from './class-names';

export type ShareTone =
  'done' | 'used' | 'near' | 'moving' | 'held' | 'stock' | 'open' | 'none' | 'lost';

export interface SharePart {
  label: string;
  /** Integer; parts of 0 are left out. */
  value: number;
  tone: ShareTone;
}

interface ShareBarProps {
  /** What the bar shows; read out. */
  label: string;
  parts: readonly SharePart[];
  print: (value: number) => string;
}

/** From given out (dark green) back to still to come (hatched): nearer to the people is darker. */
const looks: Record<ShareTone, string> = {
  done: 'bg-bamboo',
  used: 'bg-bamboo/75',
  near: 'bg-bamboo/45',
  moving: 'bg-persimmon/80',
  held: 'bg-persimmon/45',
  stock: 'bg-persimmon/20',
  open: 'bg-[repeating-linear-gradient(45deg,var(--color-line)_0_4px,transparent_4px_8px)]',
  none: 'bg-line',
  lost: 'bg-brick',
};

/** A whole as one bar, and below it every part with its number: the numbers say all that the colours do. */
export function ShareBar({ label, parts, print }: ShareBarProps) {
  const shown = parts.filter((part) => part.value > 0);
  const total = shown.reduce((sum, part) => sum + part.value, 0);
  return (
    <figure aria-label={label} className="space-y-3">
      <div
        aria-hidden
        className="flex h-5 gap-px overflow-hidden rounded-full border border-line bg-sheet"
      >
        {shown.map((part) => (
          <span
            key={part.label}
            className={classNames('min-w-1.5', looks[part.tone])}
            style={{ flexGrow: part.value / total }}
          />
        ))}
      </div>
      <ul className="grid grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-3 xl:grid-cols-4">
        {shown.map((part) => (
          <li key={part.label} className="flex items-baseline gap-2">
            <span
              aria-hidden
              className={classNames(
                'size-3 shrink-0 translate-y-px rounded-sm border border-line',
                looks[part.tone],
              )}
            />
            <span className="min-w-0">
              <span className="block text-sm text-ink-soft">{part.label}</span>
              <span className="font-semibold">{print(part.value)}</span>
            </span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
