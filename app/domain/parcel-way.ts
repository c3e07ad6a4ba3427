import { LOOSE, OPENED } from './ledger';
import type { TraceLine } from './trace';

/** A movement line with the books' own ends, so that goods can be followed from line to line. */
export interface LedgerLine extends TraceLine {
  lotId: string;
  fromAccountId: string;
  fromParcelId: string;
  toAccountId: string;
  toParcelId: string;
}

/**
 * The way of what a parcel holds or held, out of all lines of its lots: loose until it was packed, in the parcel, and
 * loose again from where it was opened. From there its goods cannot be told from others of the same lot that lie beside
 * them, so it is the lot that is followed.
 */
export function wayOfParcel(lines: readonly LedgerLine[], parcelId: string): LedgerLine[] {
  const inOrder = [...lines].sort((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime());
  const own = new Set(
    inOrder.filter((line) => line.fromParcelId === parcelId || line.toParcelId === parcelId),
  );
  const sources = new Set([...own].filter(goesIn).map((line) => key(line, line.fromAccountId)));
  for (const line of inOrder.toReversed()) {
    if (own.has(line) || !isLoose(line) || line.recordedAt > lastPacked(own)) continue;
    if (!sources.has(key(line, line.toAccountId))) continue;
    own.add(line);
    sources.add(key(line, line.fromAccountId));
  }
  const reached = new Map<string, Date>();
  for (const line of inOrder) {
    const from = reached.get(key(line, line.fromAccountId));
    const followed = isLoose(line) && from !== undefined && line.recordedAt >= from;
    if (followed) own.add(line);
    if (
      (followed || (own.has(line) && comesOut(line))) &&
      !reached.has(key(line, line.toAccountId))
    )
      reached.set(key(line, line.toAccountId), line.recordedAt);
  }
  return inOrder.filter((line) => own.has(line));

  function goesIn(line: LedgerLine): boolean {
    return line.toParcelId === parcelId && line.fromParcelId !== parcelId;
  }
  function comesOut(line: LedgerLine): boolean {
    return line.fromParcelId === parcelId && line.toParcelId !== parcelId;
  }
  function lastPacked(some: ReadonlySet<LedgerLine>): Date {
    return [...some]
      .filter(goesIn)
      .reduce((last, line) => laterOf(last, line.recordedAt), new Date(0));
  }
}

function key(line: LedgerLine, accountId: string): string {
  return `${line.lotId} ${accountId}`;
}

function isLoose({ fromParcelId, toParcelId }: LedgerLine): boolean {
  return [fromParcelId, toParcelId].every((id) => id === LOOSE || id === OPENED);
}

function laterOf(a: Date, b: Date): Date {
  return a > b ? a : b;
}
