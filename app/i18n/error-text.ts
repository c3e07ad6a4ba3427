import type { i18n } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { errorCodes, type DomainError, type ErrorCode, type Facts } from '~/domain/error';
import { lookUp } from './text';

const known: ReadonlySet<string> = new Set(errorCodes);

/**
 * A refusal as one string, facts included, for places that hold strings only: Conform's field
 * errors. `errorText` reads it back.
 */
export function errorString({ code, facts }: DomainError): string {
  return facts ? `${code} ${JSON.stringify(facts)}` : code;
}

/** A schema's complaints about one field as Conform carries them, the facts of the domain's errors included. */
export function issueStrings(
  issues: readonly { message: string; params?: Record<string, unknown> | undefined }[],
): string[] {
  return issues.map(({ message, params }) =>
    params ? `${message} ${JSON.stringify(params)}` : message,
  );
}

/**
 * The sentence for a refusal. Also takes a bare code, as a zod schema of the domain emits it, or an
 * `errorString`; any other string is already a sentence and is returned as it is.
 */
export function errorText(instance: i18n, error: DomainError | string): string {
  const refusal = typeof error === 'string' ? readErrorString(error) : error;
  if (typeof refusal === 'string') return refusal;
  return lookUp(instance, 'errors', refusal.code, wordsOfFacts(instance, refusal));
}

export function useErrorText(): (error: DomainError | string) => string {
  const { i18n: instance } = useTranslation();
  return useCallback((error) => errorText(instance, error), [instance]);
}

function readErrorString(text: string): DomainError | string {
  const [code = '', facts] = text.split(/ (.*)/s);
  if (!isErrorCode(code)) return text;
  return facts ? { code, facts: JSON.parse(facts) as Facts } : { code };
}

function isErrorCode(value: string): value is ErrorCode {
  return known.has(value);
}

/** Numbers are grouped as the language does; other facts stand as they are. */
function wordsOfFacts(instance: i18n, error: DomainError): Record<string, string | number> {
  const facts = Object.entries(error.facts ?? {});
  const format = new Intl.NumberFormat(instance.language);
  return Object.fromEntries(
    facts.map(([name, value]) => [name, typeof value === 'number' ? format.format(value) : value]),
  );
}
