import type { i18n } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Namespace, TextKey, Texts, TextValues } from './catalogue-types';
import { defaultLanguage, isLanguage, type Language } from './language';

/** `t('key')`, or `t('key', { name: … })` where the text has places; both checked by the compiler. */
export type TextOf<N extends Namespace> = <K extends TextKey<N>>(
  key: K,
  ...values: TextValues<Texts[N][K]>
) => string;

/** Texts of one namespace outside React: documents, titles of pages, answers of actions. */
export function textOf<N extends Namespace>(instance: i18n, namespace: N): TextOf<N> {
  return (key, ...values) => lookUp(instance, namespace, key, values[0]);
}

/** Texts of one namespace for a component. */
export function useText<N extends Namespace>(namespace: N): TextOf<N> {
  const { i18n: instance } = useTranslation();
  return useMemo(() => textOf(instance, namespace), [instance, namespace]);
}

export function useLanguage(): Language {
  const { i18n: instance } = useTranslation();
  return languageOf(instance);
}

export function languageOf(instance: i18n): Language {
  return isLanguage(instance.language) ? instance.language : defaultLanguage;
}

/** A text by a key known only at run time (a code, a status); the key itself if there is none. */
export function lookUp(
  instance: i18n,
  namespace: Namespace,
  key: string,
  values?: Record<string, string | number>,
): string {
  return instance.t(key, { ...values, ns: namespace });
}
