import { v7 } from 'uuid';
import {
  accountKey,
  LOOSE,
  movementKinds,
  movementPairs,
  OPENED,
  type Account,
  type AccountKind,
  type Movement,
  type MovementKind,
  type MovementLine,
} from '~/domain/ledger';
import { inParcel, locationOf, type Held, type LedgerModel } from './model.server';

/** The few accounts, lots and parcels that one sequence plays with; few, so that they meet. */
export interface Stage {
  accounts: Account[];
  lots: { id: string; packSize: number }[];
  parcelIds: string[];
}

export function makeStage(lots: Stage['lots']): Stage {
  const here = '451102';
  const [placeA, placeB, placeC] = [v7(), v7(), v7()];
  const [lineA, lineB, lineC] = [v7(), v7(), v7()];
  const accounts: Account[] = [
    { kind: 'donor', organisationId: v7(), countyCode: '440106' },
    { kind: 'donor', source: 'unknown', countyCode: here },
    ...[
      { placeId: placeA, allocationLineId: lineA, countyCode: here },
      { placeId: placeB, allocationLineId: lineB, countyCode: here },
      { placeId: placeC, allocationLineId: lineC, countyCode: '451122' },
    ].flatMap(({ placeId, allocationLineId, countyCode }): Account[] => [
      { kind: 'stock', placeId, countyCode },
      { kind: 'quarantine', placeId, countyCode },
      { kind: 'hold', placeId, allocationLineId, countyCode },
      { kind: 'hold', placeId, allocationLineId: lineC, countyCode },
      { kind: 'loss', placeId, reason: 'damaged', countyCode },
      { kind: 'used', programmeId: placeId, countyCode },
      { kind: 'unnamed', programmeId: placeId, countyCode },
      { kind: 'recipient', accountId: v7(), countyCode },
    ]),
    { kind: 'transit', shipmentId: v7(), countyCode: here },
    { kind: 'transit', shipmentId: v7(), countyCode: '451122' },
  ];
  return { accounts: uniqueByKey(accounts), lots, parcelIds: [v7(), v7(), v7()] };
}

/** Numbers that fast-check made (and can shrink), drawn one after the other. */
export class Dice {
  private at = 0;
  constructor(private readonly numbers: readonly number[]) {}

  below(limit: number): number {
    const number = this.numbers[this.at % this.numbers.length] ?? 0;
    this.at += 1;
    return number % limit;
  }

  oneIn(times: number): boolean {
    return this.below(times) === times - 1;
  }

  pick<T>(choices: readonly T[]): T {
    const choice = choices[this.below(choices.length)];
    if (choice === undefined) throw new Error('nothing to pick from');
    return choice;
  }
}

/** A batch to post: mostly what a person would do next, now and then what nobody may do. */
export function nextBatch(dice: Dice, stage: Stage, model: LedgerModel): Movement[] {
  const known = [...model.posted.values()];
  if (known.length > 0 && dice.oneIn(7))
    return [
      reversal(
        dice,
        known.map((one) => one.movement.id),
      ),
    ];
  if (known.length > 0 && dice.oneIn(25)) {
    const { movement } = dice.pick(known);
    return [{ ...movement, reason: 'another_content' }];
  }
  const batch = [nextMovement(dice, stage, model)];
  if (dice.oneIn(6)) batch.push(nextMovement(dice, stage, model));
  return batch;
}

function reversal(dice: Dice, ids: string[]): Movement {
  const reverses = dice.oneIn(12) ? v7() : dice.pick(ids);
  return { ...head(), kind: 'reverse', reverses };
}

function head() {
  return {
    id: v7(),
    cause: { kind: 'test', id: v7() },
    occurredAt: new Date('2026-01-05T02:00:00Z'),
  };
}

function nextMovement(dice: Dice, stage: Stage, model: LedgerModel): Movement {
  const held = model.held().filter((row) => row.account.kind !== 'donor');
  const possible = movementKinds.filter((kind) =>
    pairsOf(kind).some(
      ([from]) => from === 'donor' || held.some((row) => row.account.kind === from),
    ),
  );
  const kind = held.length < 3 || dice.oneIn(8) ? 'intake' : dice.pick(possible);
  const lines = dice.oneIn(15)
    ? [anyLine(dice, stage)]
    : Array.from({ length: 1 + Number(dice.oneIn(4)) }, () => line(dice, stage, held, kind)).flat();
  return { ...head(), kind: kind === 'reverse' ? 'intake' : kind, lines };
}

function pairsOf(kind: MovementKind): readonly (readonly [AccountKind, AccountKind])[] {
  return movementPairs[kind];
}

function line(dice: Dice, stage: Stage, held: Held[], kind: MovementKind): MovementLine[] {
  const pairs = pairsOf(kind).filter(
    ([from]) => from === 'donor' || held.some((row) => row.account.kind === from),
  );
  const [fromKind, toKind] = dice.pick(pairs.length > 0 ? pairs : pairsOf('intake'));
  if (fromKind === 'donor') return [intakeLine(dice, stage, toKind)];
  const row = dice.pick(held.filter((one) => one.account.kind === fromKind));
  const to = target(dice, stage, row.account, toKind, kind);
  const whole = inParcel(row.parcelId) && !dice.oneIn(5);
  const rows = whole
    ? held.filter(
        (one) =>
          one.parcelId === row.parcelId && accountKey(one.account) === accountKey(row.account),
      )
    : [row];
  const toParcelId = nextParcel(dice, stage, row, kind, to);
  return rows.map((one) => ({
    lotId: one.lotId,
    from: one.account,
    fromParcelId: one.parcelId,
    to,
    toParcelId,
    quantity: whole ? one.quantity : part(dice, stage, one),
    ...(to.kind === 'hold' && { allocationLineId: to.allocationLineId }),
  }));
}

function intakeLine(dice: Dice, stage: Stage, toKind: AccountKind): MovementLine {
  const lot = dice.pick(stage.lots);
  return {
    lotId: lot.id,
    from: dice.pick(stage.accounts.filter((one) => one.kind === 'donor')),
    to: dice.pick(stage.accounts.filter((one) => one.kind === toKind)),
    quantity: lot.packSize * (1 + dice.below(30)),
    ...(dice.oneIn(4) && { toParcelId: dice.pick([...stage.parcelIds, OPENED]) }),
  };
}

/** Mostly the account at the same place, because most goods do not travel. */
function target(dice: Dice, stage: Stage, from: Account, toKind: AccountKind, kind: MovementKind) {
  if ((kind === 'pack' || kind === 'open') && !dice.oneIn(12)) return from;
  const all = stage.accounts.filter((one) => one.kind === toKind);
  const near = all.filter((one) => locationOf(one) === locationOf(from));
  if (near.length > 0 && !dice.oneIn(10)) return dice.pick(near);
  const sameCounty = all.filter((one) => one.countyCode === from.countyCode);
  return dice.pick(sameCounty.length > 0 ? sameCounty : all);
}

function nextParcel(dice: Dice, stage: Stage, row: Held, kind: MovementKind, to: Account): string {
  if (dice.oneIn(15)) return dice.pick([LOOSE, OPENED, ...stage.parcelIds]);
  if (kind === 'pack') return dice.pick(stage.parcelIds);
  const packed = (stage.lots.find((lot) => lot.id === row.lotId)?.packSize ?? 1) > 1;
  if (kind === 'open') return packed && (!inParcel(row.parcelId) || dice.oneIn(2)) ? OPENED : LOOSE;
  return to.kind === 'donor' ? LOOSE : row.parcelId;
}

function part(dice: Dice, stage: Stage, row: Held): number {
  const packSize = stage.lots.find((lot) => lot.id === row.lotId)?.packSize ?? 1;
  if (dice.oneIn(10)) return Math.max(1, row.quantity) + packSize;
  if (dice.oneIn(3)) return Math.max(1, row.quantity);
  const free = row.parcelId === LOOSE && !dice.oneIn(12) ? packSize : 1;
  return free * (1 + dice.below(Math.max(1, Math.floor(row.quantity / free))));
}

function anyLine(dice: Dice, stage: Stage): MovementLine {
  return {
    lotId: dice.pick(stage.lots).id,
    from: dice.pick(stage.accounts),
    fromParcelId: dice.pick([LOOSE, LOOSE, OPENED, ...stage.parcelIds]),
    to: dice.pick(stage.accounts),
    toParcelId: dice.pick([LOOSE, LOOSE, OPENED, ...stage.parcelIds]),
    quantity: 1 + dice.below(40),
  };
}

function uniqueByKey(accounts: Account[]): Account[] {
  return [...new Map(accounts.map((account) => [accountKey(account), account])).values()];
}
