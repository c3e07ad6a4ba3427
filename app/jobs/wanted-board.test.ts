import { describe, expect, it } from 'vitest';
import type { GiftEffect } from '~/domain/allocation/gift-effects';
import { someProblem } from '../../bench/allocation/small';
import { openWantedBoard } from './wanted-board';

const effect = (met: number) => ({ itemId: 'coat', met }) as GiftEffect;

/** A board whose goods, clock and solver are the test's; readers are not kept waiting. */
function board() {
  const world = { version: 'one', at: 0, solved: 0, said: [] as unknown[] };
  let finish: { resolve: (effects: GiftEffect[]) => void; reject: (error: Error) => void };
  const opened = openWantedBoard({
    now: () => new Date(world.at),
    version: () => Promise.resolve(world.version),
    readTask: () => Promise.resolve({ problem: someProblem([], []), gifts: {} }),
    solve: (_task, signal) => {
      world.solved += 1;
      return new Promise((resolve, reject) => {
        finish = { resolve, reject };
        signal.addEventListener('abort', () => reject(new Error('stopped')));
      });
    },
    say: (error) => world.said.push(error),
    times: { waitMs: 0, staleMs: 1000, againMs: 100 },
  });
  const read = async () => {
    const { known, working, failed } = await opened.read();
    return { met: known?.effects.map(({ met }) => met), at: known?.at.getTime(), working, failed };
  };
  return { world, read, stop: opened.stop, finish: () => finish };
}

const nothing = { met: undefined, at: undefined, failed: false };

describe('the board of what should be given', () => {
  it('is worked out once for a version, whoever asks, and again when goods or needs change', async () => {
    const { world, read, finish } = board();
    expect(await read()).toEqual({ ...nothing, working: true });
    expect(await read()).toEqual({ ...nothing, working: true });
    finish().resolve([effect(7)]);
    expect(await read()).toEqual({ met: [7], at: 0, working: false, failed: false });
    expect(world.solved).toBe(1);
    world.version = 'two';
    world.at = 5;
    expect(await read()).toEqual({ met: [7], at: 0, working: true, failed: false });
    finish().resolve([effect(8)]);
    expect(await read()).toEqual({ met: [8], at: 5, working: false, failed: false });
    expect(world.solved).toBe(2);
  });

  it('is worked out again after a while, for what has no version', async () => {
    const { world, read, finish } = board();
    await read();
    finish().resolve([]);
    world.at = 999;
    expect(await read()).toMatchObject({ met: [], working: false });
    world.at = 1000;
    expect(await read()).toMatchObject({ met: [], working: true });
  });

  it('keeps the former answer when a try fails, and tries again later', async () => {
    const { world, read, finish } = board();
    await read();
    finish().resolve([effect(7)]);
    world.version = 'two';
    await read();
    finish().reject(new Error('the thread ended'));
    expect(await read()).toMatchObject({ met: [7], working: false, failed: true });
    expect(world.said).toHaveLength(1);
    world.at = 99;
    expect(await read()).toMatchObject({ working: false, failed: true });
    world.at = 100;
    expect(await read()).toMatchObject({ working: true });
    finish().resolve([effect(8)]);
    expect(await read()).toMatchObject({ met: [8], working: false, failed: false });
  });

  it('ends what it is at when the server stops, and says nothing of it', async () => {
    const { world, read, stop } = board();
    await read();
    await stop();
    expect(world.said).toEqual([]);
    expect(await read()).toEqual({ ...nothing, working: false });
  });
});
