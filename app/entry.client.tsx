import { RemixBrowser } from '@remix-run/react';
import { startTransition, StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { z } from 'zod';
import { defaultLanguage, isLanguage } from '~/i18n/language';
import { loadI18n } from '~/i18n/load-i18n';
import { waitForNetwork } from '~/ui/network-wait';

// zod probes for eval() to compile its parsers, and the content security policy reports that probe.
z.config({ jitless: true });
waitForNetwork(globalThis);

// The document says in which language the server drew it; hydration must speak the same.
const { lang } = document.documentElement;
const i18n = await loadI18n(isLanguage(lang) ? lang : defaultLanguage);
await dataDecoded();

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <I18nextProvider i18n={i18n}>
        <RemixBrowser />
      </I18nextProvider>
    </StrictMode>,
  );
});

/**
 * At its first rendering RemixBrowser begins to decode the page's data and suspends, before any hook. Whoever typed
 * meanwhile made React hydrate at once, which cannot suspend, and met error 345: so the data are decoded before React begins.
 */
async function dataDecoded(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (suspended) {
    if (!(suspended instanceof Promise)) throw suspended;
    await suspended;
  }
}
