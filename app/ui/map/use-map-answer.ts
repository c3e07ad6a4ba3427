import { useCallback, useEffect, useRef, useState } from 'react';
import type { MapAnswer, MapWindow } from '~/domain/map';

interface Held {
  answer: MapAnswer;
  /** What the answer covers. */
  window: MapWindow;
}

interface Source {
  first: MapAnswer;
  window: MapWindow;
  /** Where the marks of a window are asked for; undefined: the first answer is all there is. */
  viewUrl?: ((window: MapWindow) => string) | undefined;
}

/** A drag sends many ends; the last of them is asked for. */
const REST_MS = 120;
const RETRIES_AFTER_MS = [1_000];

export function covers(held: MapWindow, asked: MapWindow): boolean {
  return (
    held.zoom === asked.zoom &&
    held.west <= asked.west &&
    held.south <= asked.south &&
    held.east >= asked.east &&
    held.north >= asked.north
  );
}

/** A fifth more on each side: small drags are then answered already. */
export function widened({ west, south, east, north, zoom }: MapWindow): MapWindow {
  const [x, y] = [(east - west) * 0.2, (north - south) * 0.2];
  const round = (value: number) => Math.round(value * 1e5) / 1e5;
  return {
    west: round(Math.max(-180, west - x)),
    south: round(Math.max(-85, south - y)),
    east: round(Math.min(180, east + x)),
    north: round(Math.min(85, north + y)),
    zoom,
  };
}

/**
 * The marks of the window last looked at. A newer question ends the older one; what was there stays until
 * the new answer is, and stays when there is none.
 */
export function useMapAnswer(source: Source) {
  const { first, window: firstWindow } = source;
  const [held, setHeld] = useState<Held>({ answer: first, window: firstWindow });
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('idle');
  const now = useRef({ held, asked: undefined as MapWindow | undefined, source });
  now.current.source = source;
  const running = useRef<{ timer?: ReturnType<typeof setTimeout>; abort?: AbortController }>({});

  const ask = useCallback((asked: MapWindow, after: number, retries: readonly number[]) => {
    const { timer, abort } = running.current;
    clearTimeout(timer);
    abort?.abort();
    const mine = new AbortController();
    const start = async () => {
      setState('loading');
      try {
        const answer = await fetchAnswer(now.current.source.viewUrl?.(asked) ?? '', mine.signal);
        now.current.held = { answer, window: asked };
        setHeld(now.current.held);
        setState('idle');
      } catch {
        if (mine.signal.aborted) return;
        const [wait, ...rest] = retries;
        if (wait === undefined) setState('failed');
        else ask(asked, wait, rest);
      }
    };
    running.current = { abort: mine, timer: setTimeout(() => void start(), after) };
  }, []);

  const look = useCallback(
    (seen: MapWindow) => {
      now.current.asked = seen;
      if (!now.current.source.viewUrl || covers(now.current.held.window, seen)) return;
      ask(widened(seen), REST_MS, RETRIES_AFTER_MS);
    },
    [ask],
  );
  const retry = useCallback(() => {
    const { asked } = now.current;
    if (asked) ask(widened(asked), 0, []);
  }, [ask]);

  // The page has loaded again, with other filters: its answer is the newest.
  useEffect(() => {
    now.current.held = { answer: first, window: firstWindow };
    setHeld(now.current.held);
    setState('idle');
    running.current.abort?.abort();
    clearTimeout(running.current.timer);
    if (now.current.asked) look(now.current.asked);
    // The window of an answer comes with it.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [first, look]);
  useEffect(
    () => () => {
      clearTimeout(running.current.timer);
      running.current.abort?.abort();
    },
    [],
  );
  return { answer: held.answer, state, look, retry };
}

async function fetchAnswer(url: string, signal: AbortSignal): Promise<MapAnswer> {
  const answer = await fetch(url, { signal, headers: { Accept: 'application/json' } });
  // A session that has ended answers with the sign-in page.
  const isData = answer.headers.get('content-type')?.includes('application/json');
  if (!answer.ok || !isData) throw new Error(`the map's data: ${answer.status}`);
  return (await answer.json()) as MapAnswer;
}
