import { formatInstant } from '~/i18n/format';
import { useLanguage, useText } from '~/i18n/text';
import { Notice } from '~/ui/notice';
import { useAskingAgain } from '~/ui/use-asking-again';
import type { WantedLoaded } from './load-wanted.server';

const ASK_EVERY_MS = 2000;

/** Of when the figures are, and whether newer ones are on their way. The page asks again by itself. */
export function WantedNotice({ state }: Pick<WantedLoaded, 'state'>) {
  const t = useText('plans');
  const language = useLanguage();
  const { at, working, failed } = state;
  useAskingAgain(working, ASK_EVERY_MS);
  const asOf = at && <p>{t('wantedAt', { at: formatInstant(language, at) })}</p>;
  if (working) {
    return (
      <Notice tone="waiting" title={t('wantedWorking')}>
        <noscript>
          <meta httpEquiv="refresh" content="3" />
        </noscript>
        {asOf}
      </Notice>
    );
  }
  if (failed) {
    return (
      <Notice tone="trouble" title={t('wantedFailed')}>
        {asOf}
      </Notice>
    );
  }
  return <div className="text-ink-soft">{asOf}</div>;
}
