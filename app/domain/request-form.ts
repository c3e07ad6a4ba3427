import { z } from 'zod';
import type { CalendarDay } from './calendar';
import { formItem, type CatalogueItem } from './catalogue';
import {
  addError,
  choiceField,
  dayField,
  idField,
  optionalTextField,
  readField,
  textField,
} from './form-schema';
import { maxLines, readItemQuantity } from './form-item';
import { explodeKit, type KitItem } from './kit';
import { parseQuantity } from './quantity';
import { ok, refuse, type Result } from './result';
import { urgencies } from './request';

/** No village programme cares for more; a slip of the finger is caught here. */
export const maxHeadCount = 99_999;

/** Name of the one cell of an item without sizes: a field's name cannot end in nothing. */
export const NO_SIZE = 'one';

/** One item of the form with a cell for each of its sizes, as typed. */
const typedBlock = z.object({
  itemCode: textField(60),
  unitCode: textField(30),
  largerSizeServes: z.boolean().default(false),
  cells: z.record(z.string().max(30), z.string().optional()).default({}),
});
type TypedBlock = z.output<typeof typedBlock>;

export interface RequestFormLine {
  itemId: string;
  itemCode: string;
  size: string;
  /** Smallest units. */
  quantity: number;
  unitCode: string;
  largerSizeServes: boolean;
}

/** A request as the form sends it; `today` is the day in Shanghai. Kits become the items they hold. */
export function requestSchema(items: readonly CatalogueItem[], today: CalendarDay) {
  const catalogue = new Map(items.map((item) => [item.id, item]));
  const byCode = new Map(items.filter((one) => !one.retired).map((one) => [one.code, one]));
  return z
    .object({
      programmeId: idField,
      campaignId: idField.optional(),
      headCount: readField(parseHeadCount),
      needBy: dayField.refine((day) => day >= today, 'request.need_by_in_past'),
      urgency: choiceField(urgencies),
      urgencyReason: optionalTextField(500),
      blocks: z
        .array(typedBlock, 'form.nothing_entered')
        .min(1, 'form.nothing_entered')
        .max(maxLines, 'form.too_large'),
    })
    .refine((form) => form.urgency === 'normal' || form.urgencyReason !== undefined, {
      path: ['urgencyReason'],
      message: 'request.urgency_reason_missing',
    })
    .transform(({ blocks, ...form }, ctx) => {
      const lines: RequestFormLine[] = [];
      let refused = false;
      for (const [index, block] of blocks.entries()) {
        const read = readBlock(block, byCode.get(block.itemCode), catalogue);
        if (read.ok) lines.push(...read.value);
        else {
          refused = true;
          addError(ctx, read.error, ['blocks', index, ...(read.error.field?.split('.') ?? [])]);
        }
      }
      if (refused) return z.NEVER;
      return { ...form, lines: joinSame(lines) };
    });
}
export type RequestForm = z.output<ReturnType<typeof requestSchema>>;

function readBlock(
  block: TypedBlock,
  item: CatalogueItem | undefined,
  catalogue: ReadonlyMap<string, CatalogueItem>,
): Result<RequestFormLine[]> {
  if (!item) return refuse('form.unknown_choice', undefined, 'itemCode');
  const filled = Object.entries(block.cells).filter(([, text]) => text?.trim());
  if (filled.length === 0) return refuse('form.nothing_entered', undefined, 'itemCode');
  const lines: RequestFormLine[] = [];
  const { itemCode, unitCode, largerSizeServes } = block;
  for (const [key, text = ''] of filled) {
    const typed = { itemCode, unitCode, size: key === NO_SIZE ? '' : key, quantity: text };
    const read = readItemQuantity(typed, () => formItem(item));
    if (!read.ok) {
      const { field } = read.error;
      const place = field === 'unitCode' ? field : `cells.${key}`;
      return { ok: false, error: { ...read.error, field: place } };
    }
    const { size, quantity } = read.value;
    const line = { itemId: item.id, itemCode, size, quantity, unitCode, largerSizeServes };
    lines.push(...(item.isKit ? partsOf(item, line, catalogue) : [line]));
  }
  return ok(lines);
}

function partsOf(
  kit: CatalogueItem,
  line: RequestFormLine,
  catalogue: ReadonlyMap<string, CatalogueItem>,
): RequestFormLine[] {
  const getItem = (id: string): CatalogueItem => {
    const item = catalogue.get(id);
    if (!item) throw new Error('A kit whose part is not in the catalogue.');
    return item;
  };
  const find: (id: string) => KitItem = getItem;
  return explodeKit(kit, line.quantity, line.size, find).map(({ itemId, size, quantity }) => {
    const part = getItem(itemId);
    const largerSizeServes = line.largerSizeServes && size !== '';
    const unitCode = part.smallestUnit;
    return { itemId, itemCode: part.code, size, quantity, unitCode, largerSizeServes };
  });
}

/** Lines of the same item and size are one need: a kit may hold what is asked for on its own as well. */
function joinSame(lines: readonly RequestFormLine[]): RequestFormLine[] {
  const joined = new Map<string, RequestFormLine>();
  for (const line of lines) {
    const key = `${line.itemId} ${line.size}`;
    const before = joined.get(key);
    joined.set(key, before ? { ...before, quantity: before.quantity + line.quantity } : line);
  }
  return [...joined.values()];
}

function parseHeadCount(text: string): Result<number> {
  const count = parseQuantity(text, 1);
  if (!count.ok || count.value <= maxHeadCount) return count.ok ? ok(count.value) : count;
  return refuse('quantity.too_large', { max: maxHeadCount });
}

/** One block of the form as it is drawn again from a request. */
export interface RequestFormBlock {
  itemCode: string;
  unitCode: string;
  largerSizeServes: boolean;
  /** Typed text by size; NO_SIZE where the item has none. */
  cells: Record<string, string>;
}

/** The form's blocks of lines already saved: lines of one item, unit and willingness stand together. */
export function requestBlocks(
  lines: readonly RequestFormLine[],
  items: readonly CatalogueItem[],
): RequestFormBlock[] {
  const blocks = new Map<string, RequestFormBlock>();
  for (const { itemCode, unitCode, largerSizeServes, size, quantity } of lines) {
    const item = items.find((one) => one.code === itemCode);
    const factor = item?.units.find((one) => one.code === unitCode)?.factor ?? 1;
    const key = `${itemCode} ${unitCode} ${largerSizeServes}`;
    const block = blocks.get(key) ?? { itemCode, unitCode, largerSizeServes, cells: {} };
    block.cells[size === '' ? NO_SIZE : size] = String(quantity / factor);
    blocks.set(key, block);
  }
  return [...blocks.values()];
}
