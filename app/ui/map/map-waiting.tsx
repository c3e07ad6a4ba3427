import { useText } from '~/i18n/text';
import { classNames } from '../class-names';

/** Keeps the space of a map that is not there yet, or cannot be. */
export function MapWaiting({ height }: { height: string }) {
  const t = useText('map');
  return (
    <div
      className={classNames(
        'grid place-items-center rounded-card border border-line bg-mist p-4',
        height,
      )}
    >
      <p className="text-ink-soft">{t('mapLoading')}</p>
      <noscript>
        <p>{t('mapNeedsScript')}</p>
      </noscript>
    </div>
  );
}
