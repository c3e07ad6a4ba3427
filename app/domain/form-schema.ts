import { z } from 'zod';
import { parseDay } from './calendar';
import type { DomainError } from './error';
import type { Result } from './result';

/*
 * Pieces of form schemas. They are synchronous and shared with the browser; every message is an
 * error code, its facts stand in the issue's `params`.
 */

/** The part of zod's refinement context that a field needs. */
interface IssueSink {
  addIssue: (issue: {
    code: 'custom';
    message: string;
    params?: Record<string, unknown>;
    path?: PropertyKey[];
  }) => void;
}

export function addError(ctx: IssueSink, error: DomainError, path?: PropertyKey[]): void {
  ctx.addIssue({
    code: 'custom',
    message: error.code,
    ...(error.facts && { params: error.facts }),
    ...(path && { path }),
  });
}

const text = z.string({ error: 'form.required' });

/** A required field that `parse` reads. */
export function readField<T>(parse: (text: string) => Result<T>) {
  return text.transform((value, ctx): T => {
    const result = parse(value);
    if (result.ok) return result.value;
    addError(ctx, result.error);
    return z.NEVER;
  });
}

/** The same, empty meaning undefined. */
export function optionalField<T>(parse: (text: string) => Result<T>) {
  return z
    .string()
    .optional()
    .transform((value, ctx): T | undefined => {
      if (value === undefined || value.trim() === '') return undefined;
      const result = parse(value);
      if (result.ok) return result.value;
      addError(ctx, result.error);
      return z.NEVER;
    });
}

export const dayField = readField((value) => parseDay(value));
export const optionalDayField = optionalField((value) => parseDay(value));

export function textField(maxLength: number) {
  return text.trim().min(1, 'form.required').max(maxLength, 'form.too_long');
}

export function optionalTextField(maxLength: number) {
  return z
    .string()
    .trim()
    .max(maxLength, 'form.too_long')
    .optional()
    .transform((value) => value || undefined);
}

export function choiceField<const T extends readonly [string, ...string[]]>(choices: T) {
  return z.enum(choices, {
    error: (issue) => (issue.input === undefined ? 'form.required' : 'form.unknown_choice'),
  });
}

export const idField = z.guid({
  error: (issue) => (issue.input === undefined ? 'form.required' : 'form.unknown_choice'),
});

export const divisionField = text.regex(/^\d{12}$/, 'form.unknown_choice');
