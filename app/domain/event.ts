export const aggregateNames = [
  'organisation',
  'place',
  'programme',
  'membership',
  'invitation',
  'password_reset',
  'item',
  'campaign',
  'donation',
  'lot',
  'parcel',
  'request',
  'allocation',
  'allocation_plan',
  'shipment',
  'handout',
  'sign_off',
  'stocktake',
  'household',
  'person',
] as const;
export type AggregateName = (typeof aggregateNames)[number];

/** Ids, codes, integers and fixed words alone; never a name, number, address or phone. */
export type EventPayload = Record<string, PayloadValue>;
export type PayloadValue =
  string | number | boolean | null | PayloadValue[] | { [key: string]: PayloadValue };

export interface AggregateEvent {
  version: number;
  type: string;
  payload: EventPayload;
}
