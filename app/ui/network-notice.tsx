import { useText } from '~/i18n/text';
import { useIsWaiting } from './network-wait';
import { Notice } from './notice';

/** Said over the page, and the page stays as it is. */
export function NetworkNotice() {
  const t = useText('common');
  const isWaiting = useIsWaiting();
  return (
    <div
      aria-live="polite"
      className="no-print pointer-events-none fixed inset-x-0 top-20 z-40 px-4"
    >
      {isWaiting && (
        <div className="mx-auto max-w-xl rounded-card bg-sheet shadow-lg">
          <Notice tone="waiting" title={t('networkGone')}>
            {t('networkGoneHint')}
          </Notice>
        </div>
      )}
    </div>
  );
}
