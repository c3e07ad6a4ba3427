import type zhCN from './zh-CN/all-texts';

export type Texts = typeof zhCN;
export type Namespace = keyof Texts;
export type TextKey<N extends Namespace> = keyof Texts[N] & string;

/**
 * What a translation of a source namespace must hold: every key, and for a key that counts, where
 * the language needs it, a `_one` form beside it (`count` = 1).
 */
export type Translation<T> = { [K in keyof T]: string } & {
  [K in keyof T & string as `${K}_one`]?: string;
};

/** Names of the `{{name}}` places of a text. */
export type Places<S> = S extends `${string}{{${infer Name}}}${infer Rest}`
  ? BareName<Name> | Places<Rest>
  : never;
type BareName<S extends string> = S extends `${infer Name},${string}` ? Name : S;

/** Values a text needs: none, or one for each place, checked by the compiler. */
export type TextValues<S> = [Places<S>] extends [never]
  ? []
  : [values: { [K in Places<S>]: string | number }];
