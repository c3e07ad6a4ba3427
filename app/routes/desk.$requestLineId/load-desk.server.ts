import { skipReason, type ProposalFlag, type SkipReason } from '~/domain/allocation/suggestion';
import { visibleScope, type Actor } from '~/domain/actor';
import { dayInShanghai } from '~/domain/calendar';
import { roomInCubicMetres } from '~/domain/centre-room';
import { suggestForNeed, toCandidate, toNeed } from '~/domain/desk';
import { lotKey, pledgeKey } from '~/domain/allocation-form';
import { greatCircleKm } from '~/domain/distance';
import { getNumber } from '~/domain/parameter';
import { refusal } from '~/domain/policy';
import { purposeToRead } from '~/domain/restriction';
import { expiresSoon } from '~/domain/shelf-life';
import type { ServerEnv } from '~/server/env.server';
import { found, refuseRequest } from '~/server/respond.server';
import { inSnapshot, type ReadEnv } from '~/server/snapshot.server';
import { listGoods, listOpenNeeds, listPledges } from '~db/queries/desk.server';
import { findItem } from '~db/queries/items.server';
import { placePoints } from '~db/queries/place-points.server';
import { listParameters } from '~db/queries/parameters.server';
import { findRoomLeft } from '~db/queries/place-room.server';

/** More pressing needs of one item that the suggestion serves first. */
const MOST_NEEDS = 5_000;

/**
 * One open need beside the goods that could meet it, with a suggestion and what it passed over: of one moment, because what
 * is allocated meanwhile would still be asked for and no longer be there to give.
 */
export function loadDesk(env: ServerEnv, actor: Actor, requestLineId: string) {
  return inSnapshot(env, (at) => readDesk(at, actor, requestLineId));
}

async function readDesk(env: ReadEnv, actor: Actor, requestLineId: string) {
  const scope = visibleScope(actor);
  const { db } = env;
  const one = await listOpenNeeds(db, scope, { requestLineId, limit: 1, offset: 0 });
  const need = found(one.rows[0]);
  const { divisionCode } = need;
  const refused = refusal('allocation.make', actor, { status: 'approved', divisionCode });
  if (refused) refuseRequest(refused);
  const { itemId } = need;
  const [same, goods, pledged, parameters, item, room] = await Promise.all([
    listOpenNeeds(db, scope, { itemId, limit: MOST_NEEDS, offset: 0 }),
    listGoods(db, scope, [itemId]),
    listPledges(db, scope, itemId),
    listParameters(db),
    findItem(db, itemId),
    findRoomLeft(db, [need.placeId]),
  ]);
  const roomLeftMl = room.get(need.placeId);
  const today = dayInShanghai(env.now());
  const soonDays = getNumber(parameters, 'stock.expiring_soon', today, divisionCode);
  const away = await distancesTo(db, need.placeId, [...goods, ...pledged]);
  const factor = getNumber(parameters, 'distance.road_factor', today, divisionCode);
  const at = same.rows.findIndex((other) => other.requestLineId === requestLineId);
  const asked = toNeed(need);
  const suggestion = suggestForNeed(
    asked,
    same.rows.slice(0, Math.max(0, at)).map(toNeed),
    goods.map(toCandidate),
    { today, soonDays },
  );
  const shown = goods.map((row) => {
    const candidate = toCandidate(row);
    const proposal = suggestion.proposals.find((one) => lotKey(one) === lotKey(row));
    const flags: ProposalFlag[] = [
      ...(expiresSoon(candidate, today, soonDays) ? (['expires_soon'] as const) : []),
      ...(row.size === need.size ? [] : (['larger_size'] as const)),
      ...(proposal?.flags.includes('opens_parcel') ? (['opens_parcel'] as const) : []),
      ...(purposeToRead(candidate.restriction, asked.use) ? (['purpose_to_read'] as const) : []),
    ];
    const reason = skipReason(asked, candidate, today);
    const away_km = away.get(row.placeId);
    return { ...row, away_km, key: lotKey(row), suggested: proposal?.quantity ?? 0, flags, reason };
  });
  const byExpiry = shown.toSorted((a, b) =>
    (a.bestBefore ?? '9999') < (b.bestBefore ?? '9999') ? -1 : 1,
  );
  return {
    need,
    item: found(item),
    rows: byExpiry.filter((row) => row.reason === undefined),
    skipped: byExpiry.flatMap(({ reason, ...row }) =>
      reason ? [{ ...row, reason: reason satisfies SkipReason }] : [],
    ),
    leftToOthers: suggestion.leftToOthers,
    roadFactor: factor,
    /** Cubic metres, and smallest units of the item; undefined where the centre has no room set. */
    roomLeft: roomLeftMl === undefined ? undefined : roomInCubicMetres(roomLeftMl),
    roomFits: roomLeftMl && item?.volumeUl ? Math.floor((roomLeftMl * 1000) / item.volumeUl) : 0,
    pledges: pledged
      .filter((row) => !skipReason(asked, toCandidate(row), today))
      .map((row) => ({ ...row, away_km: away.get(row.placeId), key: pledgeKey(row) })),
    membershipId: actor.membershipId,
    formKey: env.newId(),
  };
}
export type DeskData = Awaited<ReturnType<typeof loadDesk>>;

/** Kilometres as the crow flies from each place with goods to the one in need, where both points are known. */
async function distancesTo(
  db: ReadEnv['db'],
  placeId: string,
  goods: readonly { placeId: string }[],
): Promise<Map<string, number>> {
  const points = await placePoints(db, [placeId, ...new Set(goods.map((row) => row.placeId))]);
  const need = points.get(placeId);
  if (!need) return new Map();
  return new Map([...points].map(([id, point]) => [id, greatCircleKm(point, need)]));
}
