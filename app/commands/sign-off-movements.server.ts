import type { SignOffLine } from '~db/store/sign-off.server';
import type { HandOutPick } from '~/domain/hand-out-goods';
import type { Account, Movement } from '~/domain/ledger';

/** Opens the boxes that are needed and carries the goods from where they were held to whoever signed for them. */
export function handOutMovements(
  line: SignOffLine,
  pick: HandOutPick,
  head: { signOffId: string; openId: string; movementId: string; occurredAt: Date },
): Movement[] {
  const { placeId, countyCode } = line;
  const hold = (allocationLineId: string): Account => ({
    kind: 'hold',
    placeId,
    allocationLineId,
    countyCode,
  });
  const to = recipientOf(line);
  const { occurredAt } = head;
  const cause = { kind: 'sign_off', id: head.signOffId };
  const opened: Movement[] =
    pick.opened.length === 0
      ? []
      : [
          {
            id: head.openId,
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
      id: head.movementId,
      kind: 'hand_out',
      cause,
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
