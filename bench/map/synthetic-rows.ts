/** Loose goods, as in the ledger. */
export const NIL = '00000000-0000-0000-0000-000000000000';

/** In the order in which they refer to each other. */
export const tables = [
  'organisation',
  'place',
  'programme',
  'auth_user',
  'membership',
  'campaign',
  'donation',
  'donation_line',
  'lot',
  'request',
  'request_line',
  'allocation',
  'allocation_line',
  'shipment',
  'shipment_line',
  'account',
  'balance',
  'movement',
  'movement_line',
] as const;

export type Rows = Record<
  (typeof tables)[number],
  Record<string, string | number | boolean | null>[]
>;

export interface Need {
  requestId: string;
  lineId: string;
  itemId: string;
  approved: number;
  placeId: string;
  division: string;
}

/** The same ids in every run, in the order of time as the application's, an hour old. */
export class Ids {
  private count = 0;
  private readonly stock = new Map<string, string>();

  constructor(private readonly base_ms: number) {}

  next(): string {
    this.count += 1;
    const time = (this.base_ms + Math.floor(this.count / 1000)).toString(16).padStart(12, '0');
    const rest = this.count.toString(16).padStart(12, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${rest}`;
  }

  /** The account of free stock at a depot. */
  stockOf(placeId: string): string {
    const id = this.stock.get(placeId) ?? this.next();
    this.stock.set(placeId, id);
    return id;
  }
}

export function emptyRows(): Rows {
  return Object.fromEntries(tables.map((table) => [table, []])) as unknown as Rows;
}
