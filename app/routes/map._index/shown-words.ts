import { defaultLayers } from '~/domain/map/address-parts';
import { formatDay } from '~/i18n/format';
import { useLanguage, useText } from '~/i18n/text';
import { useName } from '~/ui/item-amount';
import { useRequestLabels } from '../requests.new/request-labels';
import type { LoadedMap } from './load-map.server';
import { useMapWords } from './map-words';

/** What the map was filtered by and what it shows, in words: a picture of it is sent on without its address. */
export function useShownWords(loaded: LoadedMap): string {
  const t = useText('map');
  const filters = useFilterWords(loaded);
  const labels = useLayerLabels();
  const shadingLabels = useShadingLabels(loaded.first.perspective === 'need');
  const { layers, shading, shadeBy } = loaded;
  const layersTold = layers.join() !== defaultLayers.join();
  const names = layers.map((layer) => labels[layer]).join(t('pictureAnd'));
  const by = shadeBy === 'county' ? t('byCounty') : t('byPrefecture');
  return [
    filters.length > 0
      ? t('pictureFilters', { filters: filters.join(t('pictureComma')) })
      : t('pictureUnfiltered'),
    ...(layersTold ? [t('pictureLayers', { layers: names || t('pictureNoLayers') })] : []),
    ...(shading === 'none' ? [] : [t('pictureShading', { shading: shadingLabels[shading], by })]),
  ].join(t('pictureStop'));
}

function useFilterWords({ filter, division, campaigns, items, first }: LoadedMap): string[] {
  const t = useText('map');
  const language = useLanguage();
  const nameOf = useName();
  const words = useMapWords(first.perspective);
  const requests = useRequestLabels();
  const item = items.find(({ id }) => id === filter.itemId);
  const unknown = t('pictureUnknown');
  const told: [string, string | undefined][] = [
    [
      t('campaign'),
      filter.campaignId && (campaigns.find(({ id }) => id === filter.campaignId)?.name ?? unknown),
    ],
    [t('item'), filter.itemId && (item ? nameOf(item) : unknown)],
    [t('group'), filter.group && requests.group(filter.group)],
    [t('urgencyAtLeast'), filter.urgency && requests.urgency(filter.urgency)],
    [t('needBy'), filter.needBy && formatDay(language, filter.needBy)],
    [
      first.perspective === 'need' ? t('fill') : t('arrivedShare'),
      filter.fill && words.band(filter.fill),
    ],
    [t('division'), filter.divisionPrefix && division.text.replace(/ \d{12}$/, '')],
  ];
  return told.flatMap(([name, value]) => (value ? t('pictureFilter', { name, value }) : []));
}

/** What areas may be shaded by. */
export function useShadingLabels(need: boolean) {
  const t = useText('map');
  return {
    none: t('shadingNone'),
    need: t('shadingNeed'),
    fill: need ? t('shadingFill') : t('shadingArrived'),
    value: t('shadingValue'),
  };
}

export function useLayerLabels() {
  const t = useText('map');
  return {
    centres: t('layerCentres'),
    depots: t('layerDepots'),
    roads: t('layerRoads'),
    reach: t('layerReach'),
  };
}
