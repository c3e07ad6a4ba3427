import type { i18n } from 'i18next';
import { createI18n } from './create-i18n';
import en from './en/all-texts';
import type { Language } from './language';
import zhCN from './zh-CN/all-texts';

const instances: Record<Language, i18n> = {
  'zh-CN': createI18n('zh-CN', zhCN),
  en: createI18n('en', en),
};

export function i18nFor(language: Language): i18n {
  return instances[language];
}
