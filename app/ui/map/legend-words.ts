import { useMemo } from 'react';
import type { MapAnswer, MapMark, MapPerspective } from '~/domain/map';
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
      sign: t('legendSign'),
    };
  }, [t, perspective]);
}

/**
 * What can be on a map, in the order of its legend. @param live other windows of it are asked for, and may hold what this
 * one does not. @param counties the operator has given outlines of counties.
 */
export function entriesOf(
  { marks, depots, roads, areas }: MapAnswer,
  live: boolean,
  counties: boolean,
): (keyof LegendWords)[] {
  const some = (test: (mark: MapMark) => boolean) => live || marks.some(test);
  const entries: [keyof LegendWords, boolean][] = [
    ['none', true],
    ['under_half', true],
    ['over_half', true],
    ['met', true],
    ['cluster', some(({ kind }) => kind === 'cluster')],
    ['rough', some((mark) => mark.kind === 'centre' && mark.precision !== 'pinned')],
    ['onTheRoad', some((mark) => mark.kind === 'centre' && mark.onTheRoad)],
    ['depot', depots.length > 0],
    ['moving', roads.length > 0],
    ['late', roads.length > 0],
    ['shading', areas.length > 0],
    ['sign', !counties && areas.some(({ divisionCode }) => !divisionCode.endsWith('00000000'))],
  ];
  return entries.flatMap(([name, is]) => (is ? name : []));
}
