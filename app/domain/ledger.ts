/**
 * The words of the ledger: accounts, movements and what each movement may join.
 * Quantities are integers in the item's smallest unit (g, ml, piece).
 */
import type { ErrorCode } from './error';

export const accountKinds = [
  'donor',
  'stock',
  'quarantine',
  'hold',
  'transit',
  'recipient',
  'unnamed',
  'used',
  'loss',
] as const;
export type AccountKind = (typeof accountKinds)[number];

/** Fixed words, because movements never hold free text. */
export const lossReasons = [
  'damaged',
  'lost_in_transit',
  'short_in_transit',
  'expired',
  'spoiled',
  'stolen',
  'stocktake',
  'written_off',
] as const;
export type LossReason = (typeof lossReasons)[number];

/** An account by what it stands for. `countyCode` is the first six digits of its division (in transit the destination's). */
export type Account = { countyCode: string } & (
  | { kind: 'donor'; organisationId: string }
  | { kind: 'donor'; source: 'unknown' }
  | { kind: 'stock'; placeId: string }
  | { kind: 'quarantine'; placeId: string }
  | { kind: 'hold'; placeId: string; allocationLineId: string }
  | { kind: 'transit'; shipmentId: string }
  | { kind: 'recipient'; accountId: string }
  | { kind: 'unnamed'; programmeId: string }
  | { kind: 'used'; programmeId: string }
  | { kind: 'loss'; placeId: string; reason: LossReason }
);

/** The natural key under which the database knows an account; db/sql/20-ledger.sql takes it apart. */
export function accountKey(account: Account): string {
  switch (account.kind) {
    case 'donor':
      return 'source' in account
        ? `donor:unknown:${account.countyCode}`
        : `donor:${account.organisationId}`;
    case 'stock':
    case 'quarantine':
      return `${account.kind}:${account.placeId}`;
    case 'hold':
      return `hold:${account.placeId}:${account.allocationLineId}`;
    case 'transit':
      return `transit:${account.shipmentId}`;
    case 'recipient':
      return `recipient:${account.accountId}`;
    case 'unnamed':
    case 'used':
      return `${account.kind}:${account.programmeId}`;
    case 'loss':
      return `loss:${account.placeId}:${account.reason}`;
  }
}

/** Parcel id of goods in no parcel. */
export const LOOSE = '00000000-0000-0000-0000-000000000000';
/** Parcel id of goods in no parcel whose packs (a lot's `packSize`) are open: any quantity may leave. */
export const OPENED = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

type Pair = readonly [from: AccountKind, to: AccountKind];

const kept = ['stock', 'hold', 'quarantine'] as const;
const toRecipients: Pair[] = (['stock', 'hold'] as const).flatMap((from): Pair[] => [
  [from, 'recipient'],
  [from, 'unnamed'],
]);
const returned: Pair[] = (['recipient', 'unnamed', 'used'] as const).flatMap((from) =>
  kept.map((to): Pair => [from, to]),
);

/** From which kind of account to which other each kind of movement may carry goods. `reverse` follows its original. */
export const movementPairs = {
  intake: [
    ['donor', 'stock'],
    ['donor', 'quarantine'],
  ],
  pack: kept.map((kind): Pair => [kind, kind]),
  open: [...kept, 'transit' as const].map((kind): Pair => [kind, kind]),
  hold: [['stock', 'hold']],
  release: [['hold', 'stock']],
  quarantine: [
    ['stock', 'quarantine'],
    ['hold', 'quarantine'],
  ],
  unquarantine: [['quarantine', 'stock']],
  dispatch: [
    ['hold', 'transit'],
    ['stock', 'transit'],
    ['quarantine', 'transit'],
  ],
  receive: kept.map((to): Pair => ['transit', to]),
  hand_out: toRecipients,
  use: [
    ['stock', 'used'],
    ['hold', 'used'],
  ],
  return: [...returned, ...kept.map((from): Pair => [from, 'donor'])],
  adjust: [...kept.map((from): Pair => [from, 'loss']), ...kept.map((to): Pair => ['loss', to])],
  lose: [...kept, 'transit' as const].map((from): Pair => [from, 'loss']),
  find: [...kept, 'transit' as const].map((to): Pair => ['loss', to]),
  reverse: [],
} satisfies Record<string, readonly Pair[]>;

export type MovementKind = keyof typeof movementPairs;
export const movementKinds = Object.keys(movementPairs) as MovementKind[];

export interface MovementLine {
  lotId: string;
  from: Account;
  /** Left out: loose. */
  fromParcelId?: string;
  to: Account;
  toParcelId?: string;
  /** In the item's smallest unit, 1..9_999_999_999. */
  quantity: number;
  allocationLineId?: string;
}

interface MovementHead {
  /** UUIDv7 made by the caller; posting the same movement again has no second effect. */
  id: string;
  cause: { kind: string; id: string };
  /** What the person says; history is ordered by `recordedAt`, never by this. */
  occurredAt: Date;
  /** A fixed word, never free text. */
  reason?: string;
}

export interface PostedMovement {
  movementId: string;
  recordedAt: Date;
  /** The movement had been posted before; nothing was moved now. */
  replayed: boolean;
}

export type Movement =
  | (MovementHead & { kind: Exclude<MovementKind, 'reverse'>; lines: MovementLine[] })
  | (MovementHead & { kind: 'reverse'; reverses: string });

export type LedgerRefusalCode = Extract<ErrorCode, `ledger.${string}`>;

/** Why the ledger would not post: which balance, what it holds, what was wanted, and who took the rest. */
export interface LedgerRefusal {
  code: LedgerRefusalCode;
  movementId: string;
  accountKey?: string;
  lotId?: string;
  parcelId?: string;
  available?: number;
  wanted?: number;
  /** Movements that took the goods which a reversal needs. */
  takenBy?: string[];
}
