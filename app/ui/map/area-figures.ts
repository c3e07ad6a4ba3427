import type { AreaShade, Shading } from '~/domain/map';
import { formatMoney, formatNumber, formatShare } from '~/i18n/format';
import type { Language } from '~/i18n/language';

/** Areas with their figures in words: a shade never says it alone. */
export function withFigures(
  areas: readonly AreaShade[],
  shading: Shading,
  language: Language,
): AreaShade[] {
  return areas.map((area) => ({ ...area, figure: area.figure ?? figureOf(area.value) }));

  function figureOf(value: number): string {
    if (shading === 'fill') return formatShare(language, value / 100);
    return shading === 'value' ? formatMoney(language, value) : formatNumber(language, value, 0);
  }
}
