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
  picked: string | undefined;
}

/** Draws the window of the map as it is now. */
export function usePicture({ answer, marks, ground, base, title, picked }: Shown) {
  const t = useText('map');
  const map = useMap();
  const language = useLanguage();
  const words = useMarkWords(answer.perspective);
  const legend = useLegendWords(answer.perspective);
  // The picture stands on the outlines, whatever tiles the map has.
  const attribution = useAttribution({ ...base, tiles: undefined }).join('\n');
  const hasTiles = base.tiles !== undefined;
  return useCallback(() => {
    const { x: width, y: height } = map.getSize();
    const { min } = map.getPixelBounds();
    const view = { scale: worldPixels(map.getZoom()), left: min?.x ?? 0, top: min?.y ?? 0 };
    const day = t('pictureDay', { day: formatInstant(language, new Date()) });
    return drawPicture({
      view: { ...view, width, height },
      ground,
      answer,
      overlay: { marks, depots: answer.depots, roads: answer.roads },
      options: { place: (point) => point, inside: words.inside, picked },
      words: {
        title,
        lead: hasTiles ? `${day}　${t('pictureWithoutTiles')}` : day,
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
    legend,
    attribution,
    hasTiles,
  ]);
}
