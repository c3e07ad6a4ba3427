import { listItemsById } from '~db/queries/items.server';
import { findPromisable } from '~db/queries/pledge-remainders.server';
import {
  listLotsToAllocate,
  listPlacesOf,
  lockPledgesToPromise,
} from '~db/store/allocation.server';
import { findProgrammeGroup, type LockedRequest } from '~db/store/request.server';
import {
  skipReason,
  type AllocationCandidate,
  type SkipReason,
} from '~/domain/allocation/suggestion';
import { dayInShanghai } from '~/domain/calendar';
import type { ErrorCode } from '~/domain/error';
import { LOOSE } from '~/domain/ledger';
import { refusal } from '~/domain/policy';
import { domainError, ok, refuse, type Result } from '~/domain/result';
import type { RestrictedUse } from '~/domain/restriction';
import type { CommandContext } from './command.server';

/** Goods for one request line: of a lot at a place, or, without a lot, of a pledge not yet in. */
export interface GoodsToAllocate {
  requestLineId: string;
  /** Smallest units. */
  quantity: number;
  lotId: string | null;
  /** The nil UUID for loose goods; for a promise it is left out. */
  parcelId?: string | undefined;
  placeId: string;
  /** Whose pledge is promised; a lot knows its own. */
  donationLineId?: string | undefined;
}

/** One row of the form, with what the books say of it. */
export interface GoodsRead {
  /** Rows with the same key become one allocation line. */
  key: string;
  /** Position in what was sent, for the field a refusal belongs to. */
  at: number;
  requestLineId: string;
  lotId: string | null;
  parcelId: string;
  placeId: string;
  countyCode: string;
  donationLineId: string;
  quantity: number;
}

/**
 * Reads the goods that were chosen and checks each against the rules: place within the officer's division, item and
 * size, best-before, and what the donor bound them to.
 */
export async function readGoods(
  context: CommandContext,
  request: LockedRequest,
  lines: readonly GoodsToAllocate[],
): Promise<Result<GoodsRead[]>> {
  if (lines.length === 0) return refuse('form.nothing_entered');
  const { tx, actor, now } = context;
  const sources = await readSources(context, lines);
  const places = new Map(
    (
      await listPlacesOf(
        tx,
        lines.map((line) => line.placeId),
      )
    ).map((one) => [one.id, one]),
  );
  const items = await listItemsById(
    tx,
    request.lines.map((line) => line.itemId),
  );
  const group = await findProgrammeGroup(tx, request.programmeId);
  const use: RestrictedUse = { divisionCode: request.divisionCode, group };
  const goods: GoodsRead[] = [];
  for (const [at, line] of lines.entries()) {
    const field = `lines[${at}].quantity`;
    const need = request.lines.find((one) => one.id === line.requestLineId);
    const source = sources.get(sourceKey(line));
    const place = places.get(line.placeId);
    if (!need || !source || !place) return refuse('access.not_found', undefined, field);
    const outside = refusal('allocation.make', actor, {
      status: request.status,
      divisionCode: place.divisionCode,
    });
    if (outside) return { ok: false, error: { ...outside, field } };
    if (source.itemId !== need.itemId) return refuse('allocation.other_item', undefined, field);
    const scheme = items.find((one) => one.id === need.itemId)?.sizeScheme ?? 'none';
    const { size, largerSizeServes } = need;
    const asked = { size, sizeScheme: scheme, largerSizeServes, use };
    const reason = skipReason(asked, { ...source, free: line.quantity }, dayInShanghai(now));
    if (reason) return { ok: false, error: { ...errorOf(reason, source), field } };
    if (line.lotId === null && source.promisable !== undefined) {
      if (source.placeId !== line.placeId) return refuse('access.not_found', undefined, field);
      if (line.quantity > source.promisable) {
        return refuse('allocation.promise_short', { left: source.promisable }, field);
      }
      source.promisable -= line.quantity;
    }
    goods.push({
      key: [line.requestLineId, sourceKey(line), line.placeId].join(' '),
      at,
      requestLineId: line.requestLineId,
      lotId: line.lotId,
      parcelId: line.parcelId ?? LOOSE,
      placeId: line.placeId,
      countyCode: place.countyCode,
      donationLineId: source.donationLineId,
      quantity: line.quantity,
    });
  }
  return ok(goods);
}

interface Source extends AllocationCandidate {
  donationLineId: string;
  /** Of a pledge not yet in. */
  promisable?: number | undefined;
}

function sourceKey(line: Pick<GoodsToAllocate, 'lotId' | 'donationLineId'>): string {
  return line.lotId === null ? `pledge ${line.donationLineId ?? ''}` : `lot ${line.lotId}`;
}

async function readSources(
  { tx }: CommandContext,
  lines: readonly GoodsToAllocate[],
): Promise<Map<string, Source>> {
  const sources = new Map<string, Source>();
  const pledgeIds = lines.flatMap((line) =>
    line.lotId === null && line.donationLineId ? [line.donationLineId] : [],
  );
  const pledges = await lockPledgesToPromise(tx, pledgeIds);
  const accepted = pledges.filter((pledge) => pledge.status === 'accepted');
  const promisable = await findPromisable(
    tx,
    accepted.map((pledge) => pledge.donationLineId),
  );
  for (const pledge of accepted) {
    const { donationLineId, placeId } = pledge;
    const left = promisable.get(donationLineId) ?? 0;
    sources.set(sourceKey({ lotId: null, donationLineId }), {
      ...candidate(pledge),
      lotId: '',
      placeId,
      promisable: left,
    });
  }
  for (const lot of await listLotsToAllocate(
    tx,
    lines.flatMap((line) => (line.lotId === null ? [] : [line.lotId])),
  )) {
    sources.set(sourceKey({ lotId: lot.lotId }), {
      ...candidate(lot),
      lotId: lot.lotId,
      placeId: '',
    });
  }
  return sources;
}

type Bound = Omit<Awaited<ReturnType<typeof listLotsToAllocate>>[number], 'lotId' | 'packSize'>;

function candidate(row: Bound) {
  return {
    donationLineId: row.donationLineId,
    itemId: row.itemId,
    size: row.size,
    producedOn: row.producedOn ?? undefined,
    bestBefore: row.bestBefore ?? undefined,
    restriction: {
      divisionCode: row.restrictedDivisionCode ?? undefined,
      group: row.restrictedGroup ?? undefined,
      purpose: row.purpose ?? undefined,
    },
    parcelId: LOOSE,
    free: 0,
    // Goods held back are in another account than free stock: the ledger refuses to take them.
    quarantined: false,
  };
}

const codes: Partial<Record<SkipReason, ErrorCode>> = {
  expired: 'allocation.expired',
  wrong_size: 'allocation.wrong_size',
  restricted_division: 'restriction.division',
  restricted_group: 'restriction.group',
  restricted_purpose: 'restriction.purpose',
};

function errorOf(reason: SkipReason, source: Source) {
  const code = codes[reason];
  if (!code) throw new Error(`goods cannot be skipped here as ${reason}`);
  const { divisionCode, group } = source.restriction;
  const facts = {
    ...(reason === 'expired' && source.bestBefore && { bestBefore: source.bestBefore }),
    ...(reason === 'restricted_division' && divisionCode && { divisionCode }),
    ...(reason === 'restricted_group' && group && { group }),
  };
  return domainError(code, facts);
}
