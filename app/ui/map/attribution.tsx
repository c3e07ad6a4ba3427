import type { BaseMap } from '~/domain/base-map';
import { useText } from '~/i18n/text';

/** Whose map it is, whether it is only schematic, and its approval number. */
export function useAttribution({
  tiles,
  prefectures,
  counties,
  approvalNumber,
}: BaseMap): string[] {
  const t = useText('map');
  const sources = tiles ? [tiles.attribution] : [prefectures.attribution];
  const all = [...sources, counties?.attribution, t('placesSource')].filter(Boolean).join(' · ');
  return [
    ...(tiles ? [] : [t('schematic')]),
    ...(approvalNumber ? [t('approvalNumber', { number: approvalNumber })] : []),
    all,
  ];
}

export function Attribution({ base }: { base: BaseMap }) {
  return (
    <p className="absolute end-px bottom-px z-[1] max-w-[75%] rounded-ss-lg rounded-ee-card bg-sheet/85 px-2 py-0.5 text-end text-xs text-ink-soft">
      {useAttribution(base).join('　')}
    </p>
  );
}
