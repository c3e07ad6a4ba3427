import {
  leastUuidAt,
  placesTouchedBy,
  readMapVersion,
  readWrittenIds,
} from '~db/queries/map-changes.server';
import { readNeeds, readRoads, readStock } from '~db/queries/map-picture.server';
import {
  readDivisionNames,
  readDivisionPoints,
  readPlaceHeads,
} from '~db/queries/map-places.server';
import { listParameters } from '~db/queries/parameters.server';
import type { Picture } from '~/domain/map/picture';
import type { ServerEnv } from './env.server';

type Database = ServerEnv['db'];
type Tx = Parameters<Parameters<Database['transaction']>[0]>[0];

/** Longer than any transaction lasts, and than the clocks of two machines differ. */
const LOOK_BACK_MS = 3 * 60_000;
/** What no version tells (a new table of divisions) is read again after this. */
const MAX_AGE_MS = 15 * 60_000;
/** Reading some places one by one is dearer than all of them in one pass. */
const MAX_PLACES_APART = 1_000;

interface Kept {
  picture: Picture;
  readAt: number;
  /** Ids of what was written since, and is in the picture. */
  leastId: string;
  seen: ReadonlySet<string>;
  places: string;
}

/**
 * The picture of one process: read when first asked for, compared with the database's version each time, and mended
 * by the places that have changed. Nothing here is kept that cannot be read again.
 */
export class PictureKeeper {
  private kept: Kept | undefined;
  private running: Promise<Picture> | undefined;
  private next: Promise<Picture> | undefined;

  constructor(
    private readonly db: Database,
    private readonly clock: () => number = Date.now,
  ) {}

  /** As of now: everything committed before the call is in it. */
  current(): Promise<Picture> {
    if (!this.running) return this.run();
    // The look that is on its way may have begun before the caller's own write: those who wait share the next one,
    // which somebody else may have begun by then.
    this.next ??= this.running.catch(() => undefined).then(() => this.running ?? this.run());
    return this.next;
  }

  private run(): Promise<Picture> {
    this.next = undefined;
    const running = this.look().finally(() => {
      if (this.running === running) this.running = undefined;
    });
    this.running = running;
    return running;
  }

  private async look(): Promise<Picture> {
    const { kept } = this;
    if (!kept || this.clock() - kept.readAt > MAX_AGE_MS) return this.readAll();
    const version = await readMapVersion(this.db, kept.leastId);
    if (version.written === kept.seen.size && version.places === kept.places) return kept.picture;
    return this.mend(kept, version.places);
  }

  private async readAll(): Promise<Picture> {
    const readAt = this.clock();
    const leastId = leastUuidAt(new Date(readAt - LOOK_BACK_MS));
    this.kept = await this.inOneSnapshot(async (tx) => {
      const [ids, version] = await Promise.all([
        readWrittenIds(tx, leastId),
        readMapVersion(tx, leastId),
      ]);
      const [heads, needs, stock, roads, divisionNames, divisionPoints, parameters] =
        await Promise.all([
          readPlaceHeads(tx),
          readNeeds(tx),
          readStock(tx),
          readRoads(tx),
          readDivisionNames(tx),
          readDivisionPoints(tx),
          listParameters(tx),
        ]);
      const picture: Picture = {
        version: (this.kept?.picture.version ?? 0) + 1,
        heads,
        needs,
        stock,
        roads: new Map(roads.map((road) => [road.shipmentId, road])),
        divisionNames,
        divisionPoints,
        lateAfter: parameters.filter(({ code }) => code === 'shipment.late_after'),
      };
      return { picture, readAt, leastId, seen: new Set(ids), places: version.places };
    });
    return this.kept.picture;
  }

  private async mend(kept: Kept, places: string): Promise<Picture> {
    const written = await readWrittenIds(this.db, kept.leastId);
    const fresh = written.filter((id) => !kept.seen.has(id));
    const touched = fresh.length > 0 ? await placesTouchedBy(this.db, fresh) : [];
    if (touched.length > MAX_PLACES_APART) return this.readAll();
    const picture = await this.inOneSnapshot((tx) =>
      mendedPicture(tx, kept.picture, touched, places !== kept.places),
    );
    const leastId = leastUuidAt(new Date(this.clock() - LOOK_BACK_MS));
    const seen = new Set(written.filter((id) => id >= leastId));
    this.kept = { ...kept, picture, leastId, seen, places };
    return picture;
  }

  /** Needs and what came of them agree only when they are read at the same instant. */
  private inOneSnapshot<T>(fn: (tx: Tx) => Promise<T>): Promise<T> {
    return this.db.transaction(fn, {
      isolationLevel: 'repeatable read',
      accessMode: 'read only',
    });
  }
}

async function mendedPicture(
  tx: Tx,
  picture: Picture,
  placeIds: readonly string[],
  headsChanged: boolean,
): Promise<Picture> {
  const [heads, needs, stock, roads] = await Promise.all([
    headsChanged ? readPlaceHeads(tx) : picture.heads,
    readNeeds(tx, placeIds),
    readStock(tx, placeIds),
    readRoads(tx, placeIds),
  ]);
  const changed = new Set(placeIds);
  const kept = [...picture.roads].filter(
    ([, road]) => !changed.has(road.fromPlaceId) && !changed.has(road.toPlaceId),
  );
  return {
    ...picture,
    version: picture.version + 1,
    heads,
    needs: replaced(picture.needs, placeIds, needs),
    stock: replaced(picture.stock, placeIds, stock),
    roads: new Map([...kept, ...roads.map((road) => [road.shipmentId, road] as const)]),
  };
}

function replaced<T>(
  all: ReadonlyMap<string, T>,
  placeIds: readonly string[],
  fresh: ReadonlyMap<string, T>,
): Map<string, T> {
  const next = new Map(all);
  for (const id of placeIds) next.delete(id);
  for (const [id, value] of fresh) next.set(id, value);
  return next;
}
