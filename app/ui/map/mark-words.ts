import { useMemo } from 'react';
import type { DepotMark, MapMark } from '~/domain/map';
import { formatNumber, formatShare } from '~/i18n/format';
import { useLanguage, useText } from '~/i18n/text';

/** What a mark says in words: to a pointer that rests on it, and to a screen reader. */
export function useMarkWords() {
  const t = useText('map');
  const language = useLanguage();
  return useMemo(() => {
    const number = (value: number) => formatNumber(language, value, 0);
    const share = (fill: number) => formatShare(language, Math.round(fill) / 100);
    const mark = (of: MapMark): string => {
      const figures = {
        persons: number(of.persons),
        fill: of.fill === null ? t('nothingAsked') : share(of.fill),
      };
      if (of.kind === 'cluster')
        return t('clusterLabel', { centres: number(of.centres), ...figures });
      const notes = [
        of.onTheRoad && t('onTheRoadNote'),
        of.precision !== 'pinned' && t('notPinnedNote'),
      ].filter((note) => note !== false);
      return [t('centreLabel', { name: of.name, ...figures }), ...notes].join(t('noteComma'));
    };
    const depot = ({ name, lots }: DepotMark) => t('depotLabel', { name, lots: number(lots) });
    return { mark, depot, compact: compactNumber(language) };
  }, [t, language]);
}

export type MarkWords = ReturnType<typeof useMarkWords>;

/** '1.2万' or '12K': room for a few characters only. */
export function compactNumber(language: string): (value: number) => string {
  const format = new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 });
  return (value) => format.format(value);
}
