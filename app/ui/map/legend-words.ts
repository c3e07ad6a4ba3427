import { useMemo } from 'react';
import type { MapPerspective } from '~/domain/map';
import { useText } from '~/i18n/text';

export type LegendWords = ReturnType<typeof useLegendWords>;

/** The words of the legend, beside the map, on its picture and on paper. */
export function useLegendWords(perspective: MapPerspective) {
  const t = useText('map');
  return useMemo(() => {
    const isNeed = perspective === 'need';
    return {
      none: t(isNeed ? 'legendNone' : 'legendGoodsNone'),
      under_half: t(isNeed ? 'legendUnderHalf' : 'legendGoodsUnderHalf'),
      over_half: t(isNeed ? 'legendOverHalf' : 'legendGoodsOverHalf'),
      met: t(isNeed ? 'legendMet' : 'legendGoodsMet'),
      cluster: t(isNeed ? 'legendCluster' : 'legendGoodsCluster'),
      rough: t('legendRough'),
      onTheRoad: t('legendOnTheRoad'),
      depot: t('legendDepot'),
      moving: t('legendMoving'),
      late: t('legendLate'),
      shading: t('legendShading'),
    };
  }, [t, perspective]);
}
