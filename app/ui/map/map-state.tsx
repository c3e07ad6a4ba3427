import { RotateCw } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useText } from '~/i18n/text';

interface MapStateProps {
  state: 'idle' | 'loading' | 'failed';
  retry: () => void;
}

/** A quick answer needs no word. */
const QUIET_MS = 400;

/** That new figures are on their way, or that they did not come. */
export function MapState({ state, retry }: MapStateProps) {
  const t = useText('map');
  const slow = useSlow(state === 'loading');
  return (
    <output className="absolute inset-x-16 top-3 z-[1] grid justify-items-center">
      {slow && (
        <p className="rounded-full border border-line bg-sheet px-3 py-1 text-sm shadow-card">
          {t('updating')}
        </p>
      )}
      {state === 'failed' && (
        <div className="flex flex-wrap items-center justify-center gap-x-3 rounded-lg border border-brick bg-brick-wash px-3 py-1.5 text-sm">
          <p>{t('updateFailed')}</p>
          <button
            type="button"
            onClick={retry}
            className="inline-flex min-h-9 items-center gap-1.5 font-medium text-brick underline underline-offset-4"
          >
            <RotateCw aria-hidden className="size-4" />
            {t('retry')}
          </button>
        </div>
      )}
    </output>
  );
}

/** Whether it has lasted longer than the eye forgives. */
function useSlow(loading: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!loading) return;
    const timer = setTimeout(() => setSlow(true), QUIET_MS);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [loading]);
  return slow;
}
