/** Languages the product speaks; the first is the source and the default. */
export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

export const defaultLanguage: Language = 'zh-CN';

/** Each language by its own name, so that a lost reader finds the way back. */
export const languageNames: Record<Language, string> = { 'zh-CN': '中文', en: 'English' };

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}
