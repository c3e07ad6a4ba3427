import { z } from 'zod';
import { isUuid } from '../account';
import { isDay } from '../calendar';
import { completeCode } from '../division';
import type { DomainError } from '../error';
import {
  fillBands,
  mapLayers,
  shadeLevels,
  shadings,
  type MapFilter,
  type MapLayer,
  type MapView,
} from '../map';
import { programmeGroups } from '../organisation';
import { urgencies } from '../request';
import { domainError } from '../result';
import { defaultLayers, writeWindow } from './address-parts';
import { readWindow } from './map-window';

const id = z.string().refine(isUuid);

/** The map's parameters one by one; each is checked alone, so that a wrong one takes no other with it. */
export const mapParameters = {
  campaign: id,
  item: id,
  group: z.enum(programmeGroups),
  urgency: z.enum(urgencies),
  needBy: z.string().refine(isDay),
  fill: z.enum(fillBands),
  division: z.string().refine((digits) => completeCode(digits) !== undefined),
  shading: z.enum(shadings),
  shadeBy: z.enum(shadeLevels),
  centre: id,
};
type Name = keyof typeof mapParameters;

/** Reads the address. What is wrong is left out or clamped, and told in `notes`; nothing throws. */
export function readMapView(search: URLSearchParams): { view: MapView; notes: DomainError[] } {
  const notes: DomainError[] = [];
  const read = <N extends Name>(name: N): z.infer<(typeof mapParameters)[N]> | undefined => {
    const [text, ...others] = new Set(search.getAll(name).filter((value) => value !== ''));
    if (text === undefined) return undefined;
    if (others.length > 0) notes.push(domainError('map.repeated', undefined, name));
    const parsed = mapParameters[name].safeParse(text);
    if (parsed.success) return parsed.data as z.infer<(typeof mapParameters)[N]>;
    notes.push(domainError('map.filter', undefined, name));
    return undefined;
  };
  const filter = withoutUndefined({
    campaignId: read('campaign'),
    itemId: read('item'),
    group: read('group'),
    urgency: read('urgency'),
    needBy: read('needBy'),
    fill: read('fill'),
    divisionPrefix: read('division'),
  });
  const { window, notes: windowNotes } = readWindow(search.get('bbox'), search.get('zoom'));
  const layers = readLayers(search);
  if (!layers) notes.push(domainError('map.filter', undefined, 'layers'));
  const centre = read('centre');
  const view: MapView = {
    filter,
    ...(window && { window }),
    layers: layers ?? defaultLayers,
    shading: read('shading') ?? 'none',
    shadeBy: read('shadeBy') ?? 'prefecture',
    ...(centre && { centre }),
  };
  return { view, notes: [...notes, ...windowNotes] };
}

/** The address of a view; what is as usual is left out. Reading it gives the view again. */
export function writeMapView(view: MapView): URLSearchParams {
  const { filter, window, layers, shading, shadeBy, centre } = view;
  const search = writeFilter(filter);
  if (layers.join() !== defaultLayers.join()) search.set('layers', layers.join(',') || 'none');
  if (shading !== 'none') search.set('shading', shading);
  if (shadeBy !== 'prefecture') search.set('shadeBy', shadeBy);
  if (window) writeWindow(search, window);
  if (centre) search.set('centre', centre);
  return search;
}

export function writeFilter(filter: MapFilter): URLSearchParams {
  const search = new URLSearchParams();
  const { campaignId, itemId, group, urgency, needBy, fill, divisionPrefix } = filter;
  const entries = { campaign: campaignId, item: itemId, group, urgency, needBy, fill };
  for (const [name, value] of Object.entries({ ...entries, division: divisionPrefix })) {
    if (value) search.set(name, value);
  }
  return search;
}

/** `layers=centres,roads`, or each box of a form by itself: `layers=centres&layers=roads`. Undefined: not readable. */
function readLayers(search: URLSearchParams): readonly MapLayer[] | undefined {
  const named = search.getAll('layers').flatMap((text) => text.split(','));
  if (named.length === 0) return defaultLayers;
  const wanted = named.filter((name) => name !== '' && name !== 'none');
  if (!wanted.every((name) => (mapLayers as readonly string[]).includes(name))) return undefined;
  return mapLayers.filter((layer) => wanted.includes(layer));
}

function withoutUndefined<T extends object>(values: T) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
