import { useMemo } from 'react';
import type { DepotMark, MapMark, MapPerspective } from '~/domain/map';
import { formatNumber, formatShare } from '~/i18n/format';
import { useLanguage, useText } from '~/i18n/text';

/** What a mark says in words: to a pointer that rests on it, and to a screen reader. */
export function useMarkWords(perspective: MapPerspective) {
  const t = useText('map');
  const language = useLanguage();
  return useMemo(() => {
    const number = (value: number) => formatNumber(language, value, 0);
    const compact = compactNumber(language);
    const stateOf = ({ fill, persons }: MapMark): string => {
      if (fill === null) return t(perspective === 'need' ? 'nothingAsked' : 'nothingSent');
      const share = formatShare(language, Math.round(fill) / 100);
      if (perspective === 'goods') return t('goodsState', { fill: share });
      return t('needState', { persons: number(persons), fill: share });
    };
    const mark = (of: MapMark): string => {
      const state = stateOf(of);
      if (of.kind === 'cluster') return t('clusterLabel', { centres: number(of.centres), state });
      const notes = [
        of.onTheRoad && t('onTheRoadNote'),
        of.precision !== 'pinned' && t('notPinnedNote'),
      ].filter((note) => note !== false);
      return [t('centreLabel', { name: of.name, state }), ...notes].join(t('noteComma'));
    };
    /** The figure in a cluster: persons waiting, or centres where only one's own goods are seen. */
    const inside = (of: MapMark & { kind: 'cluster' }) =>
      compact(perspective === 'need' ? of.persons : of.centres);
    const depot = ({ name, lots }: DepotMark) => t('depotLabel', { name, lots: number(lots) });
    return { mark, depot, inside };
  }, [t, language, perspective]);
}

export type MarkWords = ReturnType<typeof useMarkWords>;

/** '1.2万' or '12K': room for a few characters only. */
export function compactNumber(language: string): (value: number) => string {
  const format = new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 });
  return (value) => format.format(value);
}
