/** Something that stands on the map: its middle and half its size, in pixels. */
export interface Box {
  x: number;
  y: number;
  halfWidth: number;
  halfHeight: number;
}

/** Edge at edge is beside, however the halves were rounded. */
const TOUCH = 0.01;
/** Farther away it would seem to stand at another place. */
const FARTHEST = 110;

const over = (box: Box, other: Box) =>
  Math.abs(other.x - box.x) < other.halfWidth + box.halfWidth - TOUCH &&
  Math.abs(other.y - box.y) < other.halfHeight + box.halfHeight - TOUCH;

/** Whether it lies over none of the others. */
export const isFree = (box: Box, others: readonly Box[]): boolean =>
  !others.some((other) => over(box, other));

/**
 * How far down (`way` 1) or up (-1) a box goes so that it lies over none of the others; 0 where there is no room near by.
 */
export function stepAside(box: Box, others: readonly Box[], way: 1 | -1): number {
  let { y } = box;
  const hit = () => {
    const moved = { ...box, y };
    return others.find((other) => over(moved, other));
  };
  for (let other = hit(); other; other = hit()) {
    y = other.y + way * (other.halfHeight + box.halfHeight);
    if (Math.abs(y - box.y) > FARTHEST) return 0;
  }
  return y - box.y;
}

/** @param fontSize in pixels; Chinese characters are as wide as high, others about six tenths of it. */
export function widthOf(text: string, fontSize: number): number {
  let width = 0;
  for (const character of text) width += fontSize * (character > '\u2e80' ? 1 : 0.6);
  return width;
}

/** Words as lines that are no wider: Chinese breaks after any character or its punctuation, the rest between words. */
export function linesOf(text: string, width: number, fontSize: number): string[] {
  const lines = [''];
  for (const piece of text.match(/(?:[^\s\u2e80-\uffff]+|\S)[，。；、：）」\s]*/g) ?? []) {
    const longer = `${lines.at(-1)}${piece}`;
    if (longer === piece || widthOf(longer.trimEnd(), fontSize) <= width)
      lines.splice(-1, 1, longer);
    else lines.push(piece);
  }
  return lines;
}
