import { divisionPoints } from '~db/queries/division-points.server';
import { findPaths } from '~db/queries/divisions.server';
import { listItemsById } from '~db/queries/items.server';
import { listParameters } from '~db/queries/parameters.server';
import { findTraced, type Traced } from '~db/queries/trace.server';
import type { Actor } from '~/domain/actor';
import { dayInShanghai } from '~/domain/calendar';
import { disambiguated } from '~/domain/division';
import { getNumber } from '~/domain/parameter';
import { publicContents } from '~/domain/public-contents';
import type { PublicCode } from '~/domain/public-code';
import { hopsOf, publicTrace, type PublicTrace } from '~/domain/trace';
import { stagesOf, type StageStop } from '~/domain/trace-stages';
import type { ServerEnv } from '~/server/env.server';
import { inSnapshot, type ReadEnv } from '~/server/snapshot.server';
import type { WayHop } from '~/ui/map/way-hops';
import { moreFor } from './trace-more.server';

type Database = ReadEnv['db'];

/** Names that the view needs, fetched once. */
export interface Names {
  /** 「昭平县 黄姚镇 太平村委会」 */
  village: (divisionCode: string) => string;
  /** As the public may read it: a depot by its name, a centre by its village alone, because it may be a school. */
  place: (stop: Pick<StageStop, 'placeId' | 'divisionCode'>) => string;
}

/**
 * Everything that the page shows to this reader, of one moment: the donors are those of the goods shown, and the way is as
 * far as they say. Undefined where no parcel or donation has the code.
 */
export function traceView(env: ServerEnv, code: PublicCode, actor: Actor | undefined) {
  return inSnapshot(env, (at) => readTrace(at, code, actor));
}

async function readTrace({ db, now }: ReadEnv, code: PublicCode, actor: Actor | undefined) {
  const traced = await findTraced(db, code);
  if (!traced) return undefined;
  const [names, items, threshold] = await Promise.all([
    namesFor(db, traced),
    listItemsById(
      db,
      [...traced.contents, ...traced.lines].map((line) => line.itemId),
    ),
    thresholdFor(db, traced, dayInShanghai(now())),
  ]);
  const trace = publicTrace(hopsOf(traced.lines), threshold);
  const few = traced.kind === 'parcel' && isHidden(trace);
  const stages = publicStages(traced, trace, names);
  return {
    kind: traced.kind,
    code: traced.code,
    ...donorsOf(traced),
    contents: publicContents(traced.contents, threshold, !few),
    items: items.map(({ id, code, nameZh, nameEn, units, smallestUnit }) => ({
      id,
      code,
      nameZh,
      nameEn,
      units,
      smallestUnit,
    })),
    stages: stages.map(({ stops, ...stage }) => ({
      ...stage,
      stops: stops.map(({ place, firstDay, lastDay }) => ({ place, firstDay, lastDay })),
    })),
    way: await wayOf(db, stages),
    reached: trace.reached.map(({ divisionCode, households, lastDay }) => ({
      village: names.village(divisionCode),
      households,
      lastDay,
    })),
    households: trace.households,
    more: actor && moreFor(actor, traced, names, threshold),
  };
}
export type TraceView = NonNullable<Awaited<ReturnType<typeof traceView>>>;

function publicStages(traced: Traced, trace: PublicTrace, names: Names) {
  const first = traced.donations[0];
  const places = new Map(traced.places.map((place) => [place.id, place]));
  const stages = stagesOf({
    pledgedOn: first?.donorOrganisationId ? dayInShanghai(new Date(first.createdAt)) : undefined,
    status: first?.status ?? 'accepted',
    trace,
    onTheRoad: netInTransit(traced) > 0,
    kindOf: (placeId) => places.get(placeId)?.kind,
  });
  return stages.map((stage) => ({
    ...stage,
    stops: stage.stops.map(({ firstDay, lastDay, ...stop }) => ({
      divisionCode: stop.divisionCode,
      place: stage.kind === 'pledged' ? '' : names.place(stop),
      firstDay,
      lastDay,
    })),
  }));
}

/**
 * The same way as points: of townships and counties alone, because a centre's own position may be a school's. What is still
 * ahead has no place yet, and a pledge none at all.
 */
async function wayOf(db: Database, stages: ReturnType<typeof publicStages>) {
  const codes = stages.flatMap(({ stops }) =>
    stops.flatMap(({ divisionCode }) => divisionCode ?? []),
  );
  const points = await divisionPoints(db, [...new Set(codes)]);
  const way: WayHop[] = [];
  let before: number[] = [];
  for (const { state, stops } of stages) {
    const here: number[] = [];
    for (const { divisionCode, place } of stops) {
      const point = points.get(divisionCode ?? '');
      if (!point || place === '') continue;
      const known = way.findIndex(({ name }) => name === place);
      // Out of several places at once: which goods came from which, the public way does not say.
      const from = known < 0 && before.length === 1 ? before[0] : undefined;
      const at = known < 0 ? way.length : known;
      if (!here.includes(at)) here.push(at);
      way.push({ ...point, name: place, state: shownState(state), from, rough: true });
    }
    if (here.length > 0) before = here;
  }
  return way;
}

const shownState = (state: ReturnType<typeof publicStages>[number]['state']): WayHop['state'] =>
  state === 'trouble' ? 'done' : state;

/** A donor is named only where it allows that; one that does not is counted in nobody's name. */
function donorsOf({ donations }: Traced) {
  const shown = donations.filter((one) => one.donorNameShown && one.donorName !== null);
  return {
    donors: [...new Set(shown.map((one) => one.donorName ?? ''))],
    someDonorsHidden: shown.length < donations.length,
    campaigns: [...new Set(donations.flatMap((one) => one.campaignName ?? []))],
  };
}

function netInTransit({ lines }: Traced): number {
  return lines.reduce(
    (net, { from, to, quantity }) =>
      net + (to.kind === 'transit' ? quantity : 0) - (from.kind === 'transit' ? quantity : 0),
    0,
  );
}

function isHidden(trace: PublicTrace): boolean {
  return trace.reached.some(({ households }) => typeof households !== 'number');
}

async function namesFor(db: Database, { lines, places }: Traced): Promise<Names> {
  const codes = [
    ...places.map((place) => place.divisionCode),
    ...lines.flatMap(({ from, to }) => [from.divisionCode ?? [], to.divisionCode ?? []].flat()),
  ];
  const paths = await findPaths(db, [...new Set(codes)]);
  const village = (code: string) =>
    disambiguated(paths.get(code) ?? [])
      .reverse()
      .join(' ');
  return {
    village,
    place: ({ placeId, divisionCode }) => {
      const place = places.find((one) => one.id === placeId);
      return place?.kind === 'depot' ? place.name : village(divisionCode ?? '');
    },
  };
}

/** The strictest threshold of the places that the goods came to. */
async function thresholdFor(db: Database, { places }: Traced, day: string): Promise<number> {
  const parameters = await listParameters(db);
  const divisions = ['', ...places.map((place) => place.divisionCode)];
  return Math.max(
    ...divisions.map((code) => getNumber(parameters, 'public.suppress_below', day, code)),
  );
}
