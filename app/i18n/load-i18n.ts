import type { i18n } from 'i18next';
import { createI18n } from './create-i18n';
import type { Language } from './language';

/** Fetches the texts of one language only; a switch of language reloads the document. */
export async function loadI18n(language: Language): Promise<i18n> {
  const texts =
    language === 'en' ? await import('./en/all-texts') : await import('./zh-CN/all-texts');
  return createI18n(language, texts.default);
}
