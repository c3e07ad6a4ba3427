import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SheetContent } from './paint-sheet';
import { SheetPainter } from './sheet-painter.client';

const view = { scale: 256, left: 0, top: 0, width: 4, height: 3 };
const content: SheetContent = {
  prefectures: [],
  counties: [],
  areas: [],
  overTiles: false,
  lines: [],
};
const orderOf = (over: Partial<SheetContent> = {}) => ({
  view,
  ratio: 2,
  content: { ...content, ...over },
});

class WorkerHere extends EventTarget {
  static all: WorkerHere[] = [];
  told: { changed: Partial<SheetContent>; view: object }[] = [];
  ended = false;
  constructor() {
    super();
    WorkerHere.all.push(this);
  }
  postMessage(message: WorkerHere['told'][0]) {
    this.told.push(message);
  }
  terminate() {
    this.ended = true;
  }
  answer(data: string) {
    this.dispatchEvent(Object.assign(new Event('message'), { data }));
  }
}

beforeEach(() => {
  WorkerHere.all = [];
  vi.stubGlobal('Worker', WorkerHere);
  vi.stubGlobal('OffscreenCanvas', Object);
  const canvas = { getContext: () => null, width: 0, height: 0 };
  vi.stubGlobal('document', { createElement: () => canvas });
  vi.stubGlobal('createImageBitmap', ({ width, height }: typeof canvas) =>
    Promise.resolve(`here ${width} ${height}`),
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the painter of the ground', () => {
  it('has its worker paint, and tells it outlines once', async () => {
    const painter = new SheetPainter();
    const first = painter.paint(orderOf());
    const [worker] = WorkerHere.all;
    worker?.answer('first');
    expect(await first).toBe('first');
    const areas = [{ divisionCode: '4511', name: '', value: 1 }];
    const second = painter.paint(orderOf({ areas }));
    worker?.answer('second');
    expect(await second).toBe('second');
    expect(worker?.told.map((one) => one.changed)).toEqual([content, { areas }]);
    expect(worker?.told[1]?.view).toEqual(view);
  });

  it('paints in the page from then on once the worker has failed', async () => {
    const painter = new SheetPainter();
    const first = painter.paint(orderOf());
    WorkerHere.all[0]?.dispatchEvent(new Event('error'));
    expect(await first).toBe('here 8 6');
    expect(WorkerHere.all[0]?.ended).toBe(true);
    expect(await painter.paint(orderOf())).toBe('here 8 6');
    expect(WorkerHere.all[0]?.told).toHaveLength(1);
  });

  it('paints in the page where a worker could not paint', async () => {
    vi.stubGlobal('OffscreenCanvas', undefined);
    expect(await new SheetPainter().paint(orderOf())).toBe('here 8 6');
    expect(WorkerHere.all).toEqual([]);
  });
});
