import { ChevronDown } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from '@remix-run/react';
import { classNames } from './class-names';

interface MenuProps {
  /** What the closed menu shows. */
  summary: ReactNode;
  /** Full name for screen readers. */
  label: string;
  /** 'above' for a menu at the bottom edge of a phone. */
  opens?: 'below' | 'above' | undefined;
  hideArrow?: boolean | undefined;
  summaryClassName?: string | undefined;
  children: ReactNode;
}

/** A disclosure of the browser's own; with JavaScript it also closes on Escape, outside and on leaving. */
export function Menu(props: MenuProps) {
  // A new place is a new menu, and a new menu is closed.
  const { key } = useLocation();
  return <Disclosure key={key} {...props} />;
}

function Disclosure(props: MenuProps) {
  const { summary, label, opens = 'below', hideArrow, summaryClassName, children } = props;
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => closeOnLeaving(box.current), []);
  return (
    <details ref={box} className="group relative">
      <summary
        aria-label={label}
        className={
          summaryClassName ??
          'flex min-h-11 items-center gap-2 rounded-lg px-2.5 py-1 hover:bg-mist group-open:bg-mist'
        }
      >
        {summary}
        {!hideArrow && (
          <ChevronDown
            aria-hidden
            className="size-4 shrink-0 text-ink-soft transition-transform group-open:rotate-180"
          />
        )}
      </summary>
      <div
        className={classNames(
          'absolute end-0 z-40 w-72 max-w-[calc(100vw-2rem)] rounded-card border border-line bg-sheet p-2 shadow-lg',
          opens === 'below' ? 'top-full mt-2' : 'bottom-full me-2 mb-2',
        )}
      >
        {children}
      </div>
    </details>
  );
}

function closeOnLeaving(box: HTMLDetailsElement | null): (() => void) | undefined {
  if (!box) return undefined;
  const outside = (event: Event) => {
    if (event.target instanceof Node && !box.contains(event.target)) box.open = false;
  };
  const escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !box.open) return;
    box.open = false;
    box.querySelector('summary')?.focus();
  };
  document.addEventListener('pointerdown', outside);
  document.addEventListener('keydown', escape);
  return () => {
    document.removeEventListener('pointerdown', outside);
    document.removeEventListener('keydown', escape);
  };
}
