import type { PlanProblem } from '~/domain/allocation/problem';
import type { PlanReason } from '~/domain/allocation/plan-reason';
import type { PlanAnswer } from '~/domain/allocation-plan';
import type { LeftOutPin } from '~/domain/plan-pin';
import type { PlanLineShown } from '~db/queries/allocation-plans.server';
import { pageNumber } from '../requests._index/read-filter';

export interface NeedFilter {
  itemId: string | undefined;
  /** Six digits. */
  countyCode: string | undefined;
  show: 'all' | 'unmet' | 'changed';
  /** From 1. */
  page: number;
  size: number;
}

const PAGE_SIZE = 30;

export function readNeedFilter(search: URLSearchParams): NeedFilter {
  const show = search.get('show');
  return {
    itemId: search.get('item') || undefined,
    countyCode: search.get('county') || undefined,
    show: show === 'unmet' || show === 'changed' ? show : 'all',
    page: pageNumber(search.get('page')),
    size: PAGE_SIZE,
  };
}

interface Solved extends Pick<PlanProblem, 'needs' | 'supplies'> {
  answer: PlanAnswer;
  lines: readonly PlanLineShown[];
  /** What the plan that this one renews gave, by need. */
  before: ReadonlyMap<string, number> | undefined;
}

export interface NeedRow {
  id: string;
  requestId: string;
  itemId: string;
  size: string;
  urgency: PlanProblem['needs'][number]['urgency'];
  /** Smallest units, as all quantities here. */
  quantity: number;
  receivedBefore: number;
  given: number;
  /** Of the whole, with what was received before. */
  fill: number;
  /** What the renewed plan gave. */
  givenBefore: number | undefined;
  reasons: PlanReason[];
  /** What a person had fixed for it and could not be held to. */
  leftOut: LeftOutPin[];
  lines: LineRow[];
}
export interface LineRow {
  id: string;
  supplyId: string;
  placeId: string;
  donationLineId: string;
  quantity: number;
  packSize: number;
  larger: boolean;
  size: string;
  km: number | null;
  isPledge: boolean;
  bestBefore: string | undefined;
  reasons: PlanReason[];
}

/** Needs with what they are given and why, the worst served first; one page of them. */
export function needRows(
  { answer, needs, supplies, lines, before }: Solved,
  filter: NeedFilter,
): { rows: NeedRow[]; total: number } {
  const byId = new Map(supplies.map((supply) => [supply.id, supply]));
  const reasons = new Map(answer.reasons.map((one) => [one.needId, one.reasons]));
  const pairKey = (needId: string, supplyId: string) => `${needId} ${supplyId}`;
  const why = new Map(
    answer.lineReasons.map((one) => [pairKey(one.needId, one.supplyId), one.reasons]),
  );
  const linesOf = new Map<string, PlanLineShown[]>();
  for (const line of lines) {
    const list = linesOf.get(line.requestLineId);
    if (list) list.push(line);
    else linesOf.set(line.requestLineId, [line]);
  }
  const all = needs
    .filter((need) => !filter.itemId || need.itemId === filter.itemId)
    .filter((need) => !filter.countyCode || need.use.divisionCode.startsWith(filter.countyCode))
    .map((need): NeedRow => {
      const own = linesOf.get(need.id) ?? [];
      const given = own.reduce((sum, line) => sum + line.quantity, 0);
      const { id, requestId, itemId, size, urgency, quantity, receivedBefore } = need;
      return {
        id,
        requestId,
        itemId,
        size,
        urgency,
        quantity,
        receivedBefore,
        given,
        fill: (receivedBefore + given) / (receivedBefore + quantity),
        givenBefore: before ? (before.get(id) ?? 0) : undefined,
        reasons: reasons.get(id) ?? [],
        leftOut: (answer.leftOut ?? []).filter((pin) => pin.needId === id),
        lines: own.map((line) => ({
          ...lineRow(line, byId.get(line.supplyId)),
          reasons: why.get(pairKey(id, line.supplyId)) ?? [],
        })),
      };
    })
    .filter((row) => filter.show !== 'unmet' || row.given < row.quantity)
    .filter((row) => filter.show !== 'changed' || row.given !== row.givenBefore)
    .sort((a, b) => a.fill - b.fill || (a.id < b.id ? -1 : 1));
  const from = (filter.page - 1) * filter.size;
  return { rows: all.slice(from, from + filter.size), total: all.length };
}

function lineRow(
  line: PlanLineShown,
  supply: PlanProblem['supplies'][number] | undefined,
): Omit<LineRow, 'reasons'> {
  const { id, supplyId, placeId, donationLineId, quantity, larger, km } = line;
  return {
    id,
    supplyId,
    placeId,
    donationLineId,
    quantity,
    larger,
    km,
    packSize: supply?.packSize ?? 1,
    size: supply?.size ?? '',
    isPledge: line.lotId === null,
    bestBefore: supply?.bestBefore,
  };
}
