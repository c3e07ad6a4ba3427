import {
  accountKey,
  LOOSE,
  movementPairs,
  OPENED,
  type Account,
  type LedgerRefusalCode,
  type Movement,
  type MovementKind,
  type MovementLine,
} from '~/domain/ledger';

export interface Held {
  account: Account;
  lotId: string;
  parcelId: string;
  quantity: number;
}

type State = Map<string, Held>;
type Reasons = Set<LedgerRefusalCode>;

/** What the ledger should do, written a second time as plainly as it can be: maps, copies and no locks. */
export class LedgerModel {
  private state: State = new Map();
  readonly posted = new Map<
    string,
    { content: string; movement: Movement; lines: MovementLine[] }
  >();
  private readonly reversed = new Map<string, string>();

  /** @param packSizes pack size of each lot that has one. */
  constructor(private readonly packSizes: ReadonlyMap<string, number>) {}

  held(): Held[] {
    return [...this.state.values()].filter((row) => row.quantity !== 0);
  }

  rows(): string[] {
    return this.held().map((row) =>
      [accountKey(row.account), row.lotId, row.parcelId, row.quantity].join('|'),
    );
  }

  /** All the reasons there are to refuse the batch; none: it has been posted. */
  post(batch: Movement[]): Reasons {
    const fresh = batch.filter((movement) => !this.isReplay(movement));
    const unfit = union(fresh.map((movement) => this.unfit(movement)));
    if (unfit.size > 0) return unfit;
    let state = this.state;
    const reasons: Reasons = new Set();
    for (const movement of fresh) {
      if (this.posted.has(movement.id)) {
        reasons.add('ledger.id_reused');
        continue;
      }
      const outcome = moved(state, this.linesOf(movement), movement.kind);
      outcome.reasons.forEach((reason) => reasons.add(reason));
      if (outcome.reasons.size === 0) state = outcome.state;
    }
    if (reasons.size > 0) return reasons;
    this.state = state;
    for (const movement of fresh) {
      const lines = this.linesOf(movement);
      this.posted.set(movement.id, { content: JSON.stringify(movement), movement, lines });
      if (movement.kind === 'reverse') this.reversed.set(movement.reverses, movement.id);
    }
    return reasons;
  }

  private isReplay(movement: Movement): boolean {
    return this.posted.get(movement.id)?.content === JSON.stringify(movement);
  }

  private linesOf(movement: Movement): MovementLine[] {
    if (movement.kind !== 'reverse') return movement.lines;
    const original = this.posted.get(movement.reverses);
    return (original?.lines ?? []).map((line) => ({
      ...line,
      from: line.to,
      to: line.from,
      fromParcelId: line.toParcelId ?? LOOSE,
      toParcelId: line.fromParcelId ?? LOOSE,
    }));
  }

  /** What makes a movement wrong whatever the balances are. */
  private unfit(movement: Movement): Reasons {
    const reasons: Reasons = new Set();
    if (movement.kind === 'reverse') {
      const original = this.posted.get(movement.reverses);
      if (!original) reasons.add('ledger.unknown_movement');
      else if (original.movement.kind === 'reverse') reasons.add('ledger.reversal_of_reversal');
      else if ((this.reversed.get(movement.reverses) ?? movement.id) !== movement.id) {
        reasons.add('ledger.already_reversed');
      }
      return reasons;
    }
    const [first] = movement.lines;
    for (const line of movement.lines) {
      const pairs: readonly (readonly [string, string])[] = movementPairs[movement.kind];
      if (!pairs.some(([from, to]) => from === line.from.kind && to === line.to.kind)) {
        reasons.add('ledger.pair');
      }
      if (
        first &&
        (line.from.countyCode !== first.from.countyCode ||
          line.to.countyCode !== first.to.countyCode)
      ) {
        reasons.add('ledger.several_counties');
      }
      if (!staysWhereItMust(movement.kind, line)) reasons.add('ledger.other_place');
      if (!parcelMayChange(movement.kind, line, this.packSizes.has(line.lotId))) {
        reasons.add('ledger.parcel_change');
      }
      if (breaksPack(line, this.packSizes.get(line.lotId) ?? 1)) reasons.add('ledger.pack_size');
    }
    return reasons;
  }
}

/** Where goods in an account are, for the rule that a parcel's contents are in one place. */
export function locationOf(account: Account): string {
  if (account.kind === 'stock' || account.kind === 'hold' || account.kind === 'quarantine') {
    return account.placeId;
  }
  return account.kind === 'transit' ? account.shipmentId : accountKey(account);
}

export function inParcel(parcelId: string): boolean {
  return parcelId !== LOOSE && parcelId !== OPENED;
}

function staysWhereItMust(kind: MovementKind, line: MovementLine): boolean {
  if (kind === 'pack' || kind === 'open') return accountKey(line.from) === accountKey(line.to);
  const stays = ['hold', 'release', 'quarantine', 'unquarantine'].includes(kind);
  return !stays || locationOf(line.from) === locationOf(line.to);
}

function parcelMayChange(kind: MovementKind, line: MovementLine, hasPacks: boolean): boolean {
  const from = line.fromParcelId ?? LOOSE;
  const to = line.toParcelId ?? LOOSE;
  if (kind === 'pack') return !inParcel(from) && inParcel(to);
  if (kind === 'open') {
    return (inParcel(from) && !inParcel(to)) || (from === LOOSE && to === OPENED && hasPacks);
  }
  if (line.from.kind === 'donor') return from === LOOSE;
  if (line.to.kind === 'donor') return to === LOOSE;
  if (from === to) return true;
  return ['hand_out', 'use', 'lose'].includes(kind) && from !== LOOSE && !inParcel(to);
}

function breaksPack(line: MovementLine, packSize: number): boolean {
  const sealedEnds = [
    line.from.kind !== 'donor' && (line.fromParcelId ?? LOOSE) === LOOSE,
    line.to.kind !== 'donor' && (line.toParcelId ?? LOOSE) === LOOSE,
  ];
  return line.quantity % packSize !== 0 && sealedEnds.includes(true);
}

function moved(before: State, lines: MovementLine[], kind: MovementKind) {
  const state: State = new Map([...before].map(([key, row]) => [key, { ...row }]));
  const add = (account: Account, lotId: string, parcelId: string, quantity: number) => {
    const key = [accountKey(account), lotId, parcelId].join('|');
    const row = state.get(key) ?? { account, lotId, parcelId, quantity: 0 };
    state.set(key, { ...row, quantity: row.quantity + quantity });
  };
  for (const line of lines) {
    add(line.from, line.lotId, line.fromParcelId ?? LOOSE, -line.quantity);
    add(line.to, line.lotId, line.toParcelId ?? LOOSE, line.quantity);
  }
  const reasons: Reasons = new Set();
  const rows = [...state.values()];
  if (rows.some((row) => row.account.kind !== 'donor' && row.quantity < 0)) {
    reasons.add(kind === 'reverse' ? 'ledger.taken' : 'ledger.short');
  } else if (
    lines.some((line) => inParcel(line.fromParcelId ?? LOOSE) || inParcel(line.toParcelId ?? LOOSE))
  ) {
    brokenParcels(rows, lines).forEach((reason) => reasons.add(reason));
  }
  return { state, reasons };
}

function brokenParcels(rows: Held[], lines: MovementLine[]): LedgerRefusalCode[] {
  const full = rows.filter((row) => inParcel(row.parcelId) && row.quantity > 0);
  const left = lines
    .filter(
      (line) =>
        (line.fromParcelId ?? LOOSE) !== (line.toParcelId ?? LOOSE) ||
        locationOf(line.from) !== locationOf(line.to),
    )
    .map((line) => `${line.fromParcelId ?? LOOSE} ${locationOf(line.from)}`);
  const reasons: LedgerRefusalCode[] = [];
  if (full.some((row) => left.includes(`${row.parcelId} ${locationOf(row.account)}`))) {
    reasons.push('ledger.parcel_not_whole');
  }
  const places = new Map<string, string>();
  for (const row of full) {
    const place = places.get(row.parcelId) ?? locationOf(row.account);
    if (place !== locationOf(row.account)) reasons.push('ledger.parcel_elsewhere');
    places.set(row.parcelId, place);
  }
  return reasons;
}

function union(sets: Reasons[]): Reasons {
  return new Set(sets.flatMap((set) => [...set]));
}
