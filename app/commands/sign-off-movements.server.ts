import type { SignOffLine } from '~db/store/sign-off.server';
import type { HandOutPick } from '~/domain/hand-out-goods';
import type { Account, Movement } from '~/domain/ledger';

/** Opens the boxes that are needed and carries the goods from where they were held to whoever signed for them. */
export function handOutMovements(
  line: SignOffLine,
  pick: HandOutPick,
  head: Omit<GoodsLeaving, 'kind' | 'to' | 'cause'> & { signOffId: string },
): Movement[] {
  const cause = { kind: 'sign_off', id: head.signOffId };
  return leavingMovements(line, pick, { ...head, kind: 'hand_out', cause, to: recipientOf(line) });
}

export interface GoodsLeaving {
  kind: 'hand_out' | 'use';
  cause: { kind: string; id: string };
  to: Account;
  /** Of the movement that opens boxes, should one be needed. */
  openId: string;
  movementId: string;
  occurredAt: Date;
  reason?: string;
}

/** Opens the boxes that are needed, and carries goods from where they are held. */
export function leavingMovements(
  { placeId, countyCode }: { placeId: string; countyCode: string },
  pick: HandOutPick,
  leaving: GoodsLeaving,
): Movement[] {
  const { cause, occurredAt, to, kind, reason } = leaving;
  const hold = (allocationLineId: string): Account => ({
    kind: 'hold',
    placeId,
    allocationLineId,
    countyCode,
  });
  const opened: Movement[] =
    pick.opened.length === 0
      ? []
      : [
          {
            id: leaving.openId,
            kind: 'open',
            cause,
            occurredAt,
            lines: pick.opened.map((goods) => ({
              ...goods,
              from: hold(goods.allocationLineId),
              to: hold(goods.allocationLineId),
            })),
          },
        ];
  return [
    ...opened,
    {
      id: leaving.movementId,
      kind,
      cause,
      ...(reason && { reason }),
      occurredAt,
      lines: pick.lines.map(({ parcelId, ...goods }) => ({
        ...goods,
        from: hold(goods.allocationLineId),
        fromParcelId: parcelId,
        to,
        toParcelId: parcelId,
      })),
    },
  ];
}

function recipientOf(line: SignOffLine): Account {
  const { countyCode, programmeId, recipientAccountId } = line;
  if (line.isUnnamed) return { kind: 'unnamed', programmeId, countyCode };
  if (recipientAccountId === null) throw new Error('a recipient without an account');
  return { kind: 'recipient', accountId: recipientAccountId, countyCode };
}
