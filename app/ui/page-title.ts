import type { UIMatch } from '@remix-run/react';
import type { i18n } from 'i18next';
import type { Namespace, TextKey } from '~/i18n/catalogue-types';
import { lookUp } from '~/i18n/text';

type Values = Record<string, string | number>;

export interface TitleHandle {
  title: (instance: i18n, data: unknown) => string;
}

/**
 * Names a page in the browser's tab: `export const handle = pageTitle('donations', 'listTitle')`.
 * Used instead of `meta`, which knows no language.
 * @param values makes the text's values from the loader's data.
 */
export function pageTitle<N extends Namespace>(
  namespace: N,
  key: TextKey<N>,
  values?: (data: never) => Values,
): TitleHandle {
  return {
    title: (instance, data) => lookUp(instance, namespace, key, values?.(data as never)),
  };
}

/** The title of the innermost page that has one, before the product's name. */
export function documentTitle(instance: i18n, matches: readonly UIMatch[]): string {
  const product = lookUp(instance, 'common', 'productName');
  const named = matches.findLast(({ handle }) => isTitleHandle(handle));
  // A page whose loader failed has no data; the error page stands in its place.
  if (!named || !isTitleHandle(named.handle) || named.data === undefined) return product;
  return `${named.handle.title(instance, named.data)} · ${product}`;
}

function isTitleHandle(handle: unknown): handle is TitleHandle {
  return (
    typeof handle === 'object' &&
    handle !== null &&
    'title' in handle &&
    typeof handle.title === 'function'
  );
}
