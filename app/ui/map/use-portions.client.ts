import { startTransition, useEffect, useState } from 'react';

/** As many things as a slow phone makes, styles and paints within a frame or two. */
const PORTION = 12;

/**
 * Which of many things are made by now, by their keys: a few new ones in each frame, so that none waits for all of them.
 * Another `base` begins anew; under the same one, what is made stays.
 */
export function usePortions(keys: readonly string[], base: unknown): ReadonlySet<string> {
  const [made, setMade] = useState({ base, keys: new Set<string>() });
  const before = made.base === base ? made.keys : undefined;
  const fresh = keys.filter((key) => !before?.has(key));
  const waiting = new Set(fresh.slice(PORTION));
  const now = new Set(keys.filter((key) => !waiting.has(key)));
  useEffect(() => {
    if (fresh.length === 0) return;
    const frame = requestAnimationFrame(() => startTransition(() => setMade({ base, keys: now })));
    return () => cancelAnimationFrame(frame);
  });
  return now;
}
