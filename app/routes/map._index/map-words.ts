import type { FillBand, MapPerspective } from '~/domain/map';
import { formatNumber, formatShare } from '~/i18n/format';
import { useLanguage, useText } from '~/i18n/text';

/** Words for the figures of the map. */
export function useMapWords(perspective: MapPerspective) {
  const t = useText('map');
  const language = useLanguage();
  const need: Record<FillBand, string> = {
    none: t('bandNone'),
    under_half: t('bandUnderHalf'),
    over_half: t('bandOverHalf'),
    met: t('bandMet'),
  };
  const goods: Record<FillBand, string> = {
    none: t('bandNoneGoods'),
    under_half: t('bandUnderHalf'),
    over_half: t('bandOverHalf'),
    met: t('bandMetGoods'),
  };
  return {
    band: (band: FillBand) => (perspective === 'need' ? need : goods)[band],
    fill: (fill: number | null) => (fill === null ? '—' : formatShare(language, fill / 100)),
    number: (value: number) => formatNumber(language, value, 0),
  };
}
