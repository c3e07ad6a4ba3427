import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';

/** Asks for the page's data again and again while `open`, at the earliest `everyMs` milliseconds after the last answer. */
export function useAskingAgain(open: boolean, everyMs: number): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!open || state !== 'idle') return undefined;
    // Not once a state: two states that follow closely may be drawn as one, and would start no new timer.
    const timer = setInterval(revalidate, everyMs);
    return () => clearInterval(timer);
  }, [open, everyMs, state, revalidate]);
}
