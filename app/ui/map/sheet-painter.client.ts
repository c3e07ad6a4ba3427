import { paintSheet, type SheetContent, type SheetOrder } from './paint-sheet';
import type { SheetMessage } from './sheet-worker';

/** Paints one order after the other, in a worker; in the page where the browser has none that paints. */
export class SheetPainter {
  private worker: Worker | undefined = startWorker();
  /** The worker's, so that outlines are sent once and not with every view. */
  private known: Partial<SheetContent> = {};

  paint(order: SheetOrder): Promise<ImageBitmap> {
    const { worker } = this;
    if (!worker) return paintHere(order);
    const { content, ...rest } = order;
    const entries = Object.entries(content) as [keyof SheetContent, unknown][];
    const changed = Object.fromEntries(entries.filter(([key, value]) => this.known[key] !== value));
    this.known = content;
    return new Promise((resolve) => {
      const once = { once: true };
      worker.addEventListener(
        'message',
        ({ data }: MessageEvent<ImageBitmap>) => resolve(data),
        once,
      );
      worker.addEventListener(
        'error',
        () => {
          this.close();
          resolve(paintHere(order));
        },
        once,
      );
      const message: SheetMessage = { ...rest, changed };
      worker.postMessage(message, []);
    });
  }

  close(): void {
    this.worker?.terminate();
    this.worker = undefined;
  }
}

function startWorker(): Worker | undefined {
  if (typeof OffscreenCanvas === 'undefined') return undefined;
  return new Worker(new URL('./sheet-worker.ts', import.meta.url), { type: 'module' });
}

function paintHere(order: SheetOrder): Promise<ImageBitmap> {
  const canvas = document.createElement('canvas');
  paintSheet(canvas, order);
  return createImageBitmap(canvas);
}
