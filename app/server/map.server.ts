import type { Scope } from '~/domain/actor';
import type { Point } from '~/domain/coordinates';
import { contains } from '~/domain/division';
import type { DomainError } from '~/domain/error';
import type { MapAnswer, MapFilter, MapView, MapWindow } from '~/domain/map';
import { areaShades } from '~/domain/map/areas';
import { lensOf, type Lens } from '~/domain/map/lens';
import { writeFilter } from '~/domain/map/map-address';
import { fitWindow } from '~/domain/map/map-window';
import type { Picture, PlaceHead } from '~/domain/map/picture';
import { round, roadLines } from '~/domain/map/road-lines';
import { seen, type Seen } from '~/domain/map/seen';
import type { ServerEnv } from './env.server';
import { clustersOf, type Clusters } from './map-clusters.server';
import { PictureKeeper } from './map-picture.server';

/** The most centres in kept clusterings, all together: some 60 MB. */
const MAX_KEPT_CENTRES = 200_000;

/** What one reader sees under one set of filters. */
export interface MapSight extends Seen {
  lens: Lens;
  picture: Picture;
  /** Equal tags have seen the same. */
  tag: string;
  clusters: () => Clusters;
}

/** The maps of one process: its picture, and the sights that were last asked for. */
export class Maps {
  private readonly keeper: PictureKeeper;
  private readonly sights = new Map<string, MapSight>();
  private version = 0;

  constructor(db: ServerEnv['db'], clock?: () => number) {
    this.keeper = new PictureKeeper(db, clock);
  }

  picture(): Promise<Picture> {
    return this.keeper.current();
  }

  /** @param narrow a narrower lens than the reader's own, of one donation. @param today calendar day in Shanghai. */
  async sight(
    scope: Scope,
    filter: MapFilter,
    today: string,
    narrow: (lens: Lens) => Lens = (lens) => lens,
  ): Promise<MapSight> {
    const picture = await this.picture();
    const lens = narrow(lensOf(scope, ownPlaces(picture, scope)));
    return this.sightThrough(picture, lens, filter, today);
  }

  private sightThrough(picture: Picture, lens: Lens, filter: MapFilter, today: string): MapSight {
    if (picture.version !== this.version) this.sights.clear();
    this.version = picture.version;
    const tag = [picture.version, today, lens.key, writeFilter(filter)].join('|');
    const sight = this.sights.get(tag) ?? sightOf(picture, lens, filter, today, tag);
    // Taken out and put in again: the order of a Map is that of its last uses.
    this.sights.delete(tag);
    this.sights.set(tag, sight);
    this.forgetOldest();
    return sight;
  }

  private forgetOldest(): void {
    let centres = 0;
    for (const sight of this.sights.values()) centres += sight.centres.length + 1;
    for (const [tag, sight] of this.sights) {
      if (centres <= MAX_KEPT_CENTRES) return;
      centres -= sight.centres.length + 1;
      this.sights.delete(tag);
    }
  }

  /** How much is kept, for tests and the benchmark. */
  kept(): { sights: number; centres: number } {
    const sights = [...this.sights.values()];
    return {
      sights: sights.length,
      centres: sights.reduce((sum, sight) => sum + sight.centres.length, 0),
    };
  }
}

const mapsOf = new WeakMap<ServerEnv['db'], Maps>();

/** One a pool, and so one a process. */
export function mapsFor({ db }: Pick<ServerEnv, 'db'>): Maps {
  const maps = mapsOf.get(db) ?? new Maps(db);
  mapsOf.set(db, maps);
  return maps;
}

function sightOf(
  picture: Picture,
  lens: Lens,
  filter: MapFilter,
  today: string,
  tag: string,
): MapSight {
  const what = seen(picture, lens, filter, today);
  let clusters: Clusters | undefined;
  return { ...what, lens, picture, tag, clusters: () => (clusters ??= clustersOf(what.centres)) };
}

function ownPlaces(picture: Picture, scope: Scope): Set<string> {
  if (scope.role !== 'depot_staff') return new Set();
  const own = [...picture.heads.values()].filter(
    (place) => place.organisationId === scope.organisationId,
  );
  return new Set(own.map((place) => place.id));
}

/** A division that the reader may see nothing of: told, because an empty map would seem to say that all is well. */
export function outsideNote(scope: Scope, filter: MapFilter): DomainError[] {
  const asked = filter.divisionPrefix;
  const officer = scope.role === 'bureau_officer' || scope.role === 'township_officer';
  if (!asked || !officer) return [];
  const inside = contains(scope.divisionPrefix, asked) || contains(asked, scope.divisionPrefix);
  return inside ? [] : [{ code: 'map.division_outside', field: 'division' }];
}

/** The window that shows all centres, depots and ends of deliveries that are seen. */
export function wholeWindow({ centres, depots }: Seen): MapWindow {
  const places = [...centres, ...depots].map(({ place }) => place);
  return fitWindow(places.flatMap(positioned));
}

export function mapAnswer(
  sight: MapSight,
  view: MapView,
  window: MapWindow,
  notes: DomainError[],
): MapAnswer {
  const { layers, shading, shadeBy } = view;
  const on = (layer: (typeof layers)[number]) => layers.includes(layer);
  const centresShown = on('centres') || on('reach');
  return {
    perspective: sight.lens.perspective,
    marks: centresShown ? sight.clusters().marks(window) : [],
    depots: on('depots')
      ? sight.depots.flatMap(({ id, name, lots, place }) =>
          positioned(place).map(({ longitude, latitude }) => ({
            id,
            name,
            longitude: round(longitude),
            latitude: round(latitude),
            lots,
          })),
        )
      : [],
    roads: on('roads') ? roadLines(sight.roads, window) : [],
    areas: areaShades(
      sight.centres,
      shading,
      shadeBy,
      nameIn(sight.picture),
      pointIn(sight.picture),
    ),
    notes,
  };
}

export function nameIn({ divisionNames }: Picture): (divisionCode: string) => string {
  return (code) => divisionNames.get(code) ?? code;
}

/** Of a county or a prefecture; of a county without a known seat, its prefecture's. */
export function pointIn({ divisionPoints }: Picture): (divisionCode: string) => Point | undefined {
  return (code) => {
    const point = divisionPoints.get(code) ?? divisionPoints.get(code.slice(0, 4).padEnd(12, '0'));
    return point && { longitude: round(point.longitude), latitude: round(point.latitude) };
  };
}

function positioned({ longitude, latitude }: PlaceHead): { longitude: number; latitude: number }[] {
  return longitude === undefined || latitude === undefined ? [] : [{ longitude, latitude }];
}
