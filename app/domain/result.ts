import type { DomainError, ErrorCode, Facts } from './error';

/** What a command or a rule answers: a value, or an expected refusal. The impossible throws. */
export type Result<T, E = DomainError> = { ok: true; value: T } | { ok: false; error: E };

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

/** A refusal with the facts its message needs; `field` is the form path it belongs to. */
export function refuse(
  code: ErrorCode,
  facts?: Facts,
  field?: string,
): { ok: false; error: DomainError } {
  return { ok: false, error: domainError(code, facts, field) };
}

export function domainError(code: ErrorCode, facts?: Facts, field?: string): DomainError {
  return { code, ...(facts && { facts }), ...(field !== undefined && { field }) };
}
