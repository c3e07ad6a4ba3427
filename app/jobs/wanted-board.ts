import { setTimeout as pause } from 'node:timers/promises';
import type { GiftEffect } from '~/domain/allocation/gift-effects';
import type { ReadWanted, WantedBoard } from '~/domain/wanted-board';
import type { WantedTask } from './wanted-task';

interface BoardEnv {
  now: () => Date;
  /** Changes where goods, needs or weights did. */
  version: () => Promise<string>;
  readTask: () => Promise<WantedTask>;
  solve: (task: WantedTask, signal: AbortSignal) => Promise<GiftEffect[]>;
  /** Told of what went wrong and was not foreseen. */
  say: (error: unknown) => void;
  times?: Partial<typeof usualTimes>;
}

const usualTimes = {
  /** How long a reader is kept for an answer that is nearly there. */
  waitMs: 1500,
  /** After so long it is worked out anew whatever the version says: points of divisions have none. */
  staleMs: 10 * 60_000,
  /** Before a failed try is made again. */
  againMs: 60_000,
};

/**
 * What should be given, worked out beside the requests and kept in this process for as long as goods, needs and weights stay
 * the same; another process, or this one after a restart, works it out again. One solving at a time, begun by whoever
 * asks first after a change; meanwhile readers have the former answer.
 */
export function openWantedBoard(env: BoardEnv): { read: ReadWanted; stop: () => Promise<void> } {
  const { waitMs, staleMs, againMs } = { ...usualTimes, ...env.times };
  const stopping = new AbortController();
  let known: { effects: GiftEffect[]; at: Date; version: string } | undefined;
  let failedAt: Date | undefined;
  let running: Promise<void> | undefined;
  const since = (at: Date) => env.now().getTime() - at.getTime();

  const work = async (version: string) => {
    try {
      const at = env.now();
      const task = await env.readTask();
      const effects = await env.solve(task, stopping.signal);
      known = { effects, at, version };
      failedAt = undefined;
    } catch (error) {
      if (stopping.signal.aborted) return;
      failedAt = env.now();
      env.say(error);
    }
  };

  const board = (): WantedBoard => ({
    known,
    working: running !== undefined,
    failed: failedAt !== undefined,
  });

  const begin = (version: string) => {
    const current = known?.version === version && since(known.at) < staleMs;
    const waits = failedAt !== undefined && since(failedAt) < againMs;
    if (current || running || waits || stopping.signal.aborted) return;
    running = work(version).finally(() => (running = undefined));
  };

  const read: ReadWanted = async () => {
    const version = await env.version();
    begin(version);
    if (running) await Promise.race([running, pause(waitMs, undefined, { ref: false })]);
    // What has just ended may have been of the goods as they were before.
    begin(version);
    return board();
  };
  return {
    read,
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
