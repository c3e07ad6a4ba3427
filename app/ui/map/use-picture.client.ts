import { useCallback } from 'react';
import { useMap } from 'react-leaflet';
import type { BaseMap } from '~/domain/base-map';
import type { MapAnswer } from '~/domain/map';
import { formatInstant } from '~/i18n/format';
import { useLanguage, useText } from '~/i18n/text';
import { useAttribution } from './attribution';
import { useLegendWords } from './legend-words';
import { drawPicture } from './map-picture';
import { useMarkWords } from './mark-words';
import { worldPixels } from './projection';
import type { Ground } from './shades';
import type { PlacedMark } from './spread';

interface Shown {
  answer: MapAnswer;
  marks: readonly PlacedMark[];
  ground: Ground | undefined;
  base: BaseMap;
  title: string;
  about: string | undefined;
  picked: string | undefined;
  /** Other windows hold other signs. */
  live: boolean;
}

/** Draws the window of the map as it is now. */
export function usePicture({ answer, marks, ground, base, title, about, picked, live }: Shown) {
  const t = useText('map');
  const map = useMap();
  const language = useLanguage();
  const words = useMarkWords(answer.perspective);
  const legend = useLegendWords(answer.perspective);
  // The picture stands on the outlines, whatever tiles the map has.
  const attribution = useAttribution({ ...base, tiles: undefined }).join('\n');
  const hasTiles = base.tiles !== undefined;
  return useCallback(() => {
    const size = map.getSize();
    // A map that paper hides has none.
    const [width, height] = size.x > 0 ? [size.x, size.y] : [640, 480];
    const { x, y } = map.project(map.getCenter());
    const view = {
      scale: worldPixels(map.getZoom()),
      left: Math.round(x - width / 2),
      top: Math.round(y - height / 2),
    };
    const day = t('pictureDay', { day: formatInstant(language, new Date()) });
    return drawPicture({
      view: { ...view, width, height },
      ground: ground && { ...ground, overTiles: false },
      answer,
      live,
      counties: base.counties !== undefined,
      overlay: { marks, depots: answer.depots, roads: answer.roads },
      options: { place: (point) => point, inside: words.inside, picked },
      words: {
        title,
        lead: [day, about, hasTiles && t('pictureWithoutTiles')].filter(Boolean).join('　'),
        legend,
        attribution: attribution.split('\n'),
      },
    });
  }, [
    map,
    t,
    language,
    ground,
    answer,
    marks,
    words,
    picked,
    title,
    about,
    legend,
    attribution,
    hasTiles,
    live,
    base.counties,
  ]);
}
