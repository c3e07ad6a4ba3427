import { paintSheet, type SheetContent, type SheetOrder } from './paint-sheet';

/** What of the content has changed since the last order; all of it in the first. */
export interface SheetMessage extends Omit<SheetOrder, 'content'> {
  changed: Partial<SheetContent>;
}

/** Paints what lies under the marks beside the page's own work. */
const canvas = new OffscreenCanvas(1, 1);
let content: SheetContent = {
  prefectures: [],
  counties: [],
  areas: [],
  overTiles: false,
  lines: [],
};

addEventListener('message', ({ data }: MessageEvent<SheetMessage>) => {
  const { changed, ...order } = data;
  content = { ...content, ...changed };
  paintSheet(canvas, { ...order, content });
  const picture = canvas.transferToImageBitmap();
  postMessage(picture, { transfer: [picture] });
});
