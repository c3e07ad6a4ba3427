import { createInstance, type i18n, type Resource, type ResourceLanguage } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from './language';

/**
 * An instance that speaks one language for ever, so that requests of two readers can never mix.
 * Both separators are off: 'noun.what' error codes are plain keys.
 */
export function createI18n(language: Language, texts: ResourceLanguage): i18n {
  const instance = createInstance();
  const resources: Resource = { [language]: texts };
  void instance.use(initReactI18next).init({
    lng: language,
    resources,
    ns: Object.keys(texts),
    defaultNS: 'common',
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  return instance;
}
