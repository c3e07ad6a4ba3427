import type { i18n } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { errorCodes, type ErrorCode, type DomainError } from '~/domain/error';
import { lookUp } from './text';

const known: ReadonlySet<string> = new Set(errorCodes);

/**
 * The sentence for a refusal. Also takes a bare code, as a zod schema of the domain emits it; a
 * string that is no code is already a sentence and is returned as it is.
 */
export function errorText(instance: i18n, error: DomainError | string): string {
  if (typeof error !== 'string') {
    return lookUp(instance, 'errors', error.code, wordsOfFacts(instance, error));
  }
  return isErrorCode(error) ? lookUp(instance, 'errors', error) : error;
}

export function useErrorText(): (error: DomainError | string) => string {
  const { i18n: instance } = useTranslation();
  return useCallback((error) => errorText(instance, error), [instance]);
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
