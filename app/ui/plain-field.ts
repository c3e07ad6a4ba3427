import type { FieldLike } from './field-wiring';
import { errorsAt, type RefusedAnswer } from './form-answer';

/** A field of a form without Conform on the page: its errors and what was typed come back with the action's answer. */
export function plainField(
  answer: RefusedAnswer | undefined,
  name: string,
  initial?: string,
): FieldLike {
  return {
    id: name,
    name,
    errorId: `${name}-error`,
    descriptionId: `${name}-hint`,
    errors: errorsAt(answer, name),
    defaultValue: answer?.lastResult?.initialValue
      ? typedAt(answer.lastResult.initialValue, name)
      : initial,
  };
}

/** `lines[0].quantity` of what was typed; an empty field is not in it. */
function typedAt(typed: unknown, name: string): string {
  const value = name
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce<unknown>(
      (at, key) =>
        typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined,
      typed,
    );
  return typeof value === 'string' ? value : '';
}
