import { isUuid } from '~/domain/account';
import type { Scope } from '~/domain/actor';
import { addDays, dayInShanghai } from '~/domain/calendar';
import { isInParcel, pickFefo, type StockCandidate, type UnusableReason } from '~/domain/fefo';
import { getNumber } from '~/domain/parameter';
import { parseCount } from '~/domain/quantity';
import type { ServerEnv } from '~/server/env.server';
import { listOwnPlaces } from '~db/queries/goods-places.server';
import { listParameters } from '~db/queries/parameters.server';
import { listStockChoices, listStockRows } from '~db/queries/stock.server';
import { rowsToShow, type StockRowToShow } from '../stock._index/stock-rows.server';

export interface PackableRow extends StockRowToShow {
  /** Why it is passed over; a row that is has no field. */
  skipped: UnusableReason | undefined;
  /** What FEFO takes towards the quantity asked for, in smallest units. */
  suggested: number;
}

/** Loose goods of one item at one of the reader's own places, first expired first, with what FEFO would take. */
export async function readPackable(
  env: Pick<ServerEnv, 'db' | 'now'>,
  scope: Scope,
  search: URLSearchParams,
) {
  const today = dayInShanghai(env.now());
  const [places, choices, parameters] = await Promise.all([
    listOwnPlaces(env.db, scope, today),
    listStockChoices(env.db, scope),
    listParameters(env.db),
  ]);
  const asked = search.get('place');
  const placeId = places.find((one) => one.id === asked)?.id ?? places[0]?.id;
  const itemId = search.get('item');
  const offered = { places, items: choices.items, placeId };
  if (!placeId || !isUuid(itemId)) return { ...offered, rows: undefined };
  const soonDays = getNumber(parameters, 'stock.expiring_soon', today, '');
  const days = { today, soonDay: addDays(today, soonDays) };
  const page = { sort: 'bestBefore', descending: false, page: 1, pageSize: 200 } as const;
  const { rows } = await listStockRows(env.db, scope, { placeId, itemId, ...days, ...page });
  const size = (search.get('size') ?? '').trim();
  const loose = rows.filter(
    (row) => row.kind !== 'hold' && !isInParcel(row) && (size === '' || row.size === size),
  );
  const shown = await rowsToShow(env, loose, days);
  const wanted = parseCount(search.get('want') ?? '', shown[0]?.factor ?? 1);
  const candidates = loose.map((row): StockCandidate => ({
    lotId: row.lotId,
    parcelId: row.parcelId,
    placeId,
    free: row.quantity,
    quarantined: row.kind === 'quarantine',
    packSize: row.packSize ?? undefined,
    producedOn: row.producedOn ?? undefined,
    bestBefore: row.bestBefore ?? undefined,
  }));
  const picked = pickFefo(candidates, wanted.ok ? wanted.value : 0, { today, soonDays });
  return {
    ...offered,
    rows: shown.map((row, at): PackableRow => {
      const own = candidates[at];
      const of = (one: { lotId: string; parcelId: string }) =>
        one.lotId === row.lotId && one.parcelId === row.parcelId && !own?.quarantined;
      const skipped = own?.quarantined ? 'quarantined' : picked.skipped.find(of)?.reason;
      return {
        ...row,
        skipped: skipped === 'pack_too_large' ? undefined : skipped,
        suggested: picked.picks.find(of)?.quantity ?? 0,
      };
    }),
  };
}
