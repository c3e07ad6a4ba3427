import type { RefusedAnswer } from './form-answer';

/** What was typed into a field, by its name in the form ('lines[0].cells[2].quantity'); '' when nothing was. */
export function typedAt(answer: RefusedAnswer | undefined, name: string): string {
  const value = valueAt(answer, name);
  return typeof value === 'string' ? value : '';
}

/** How many entries a list of the form had when it was sent. */
export function typedCount(answer: RefusedAnswer | undefined, name: string): number {
  const value = valueAt(answer, name);
  return Array.isArray(value) ? value.length : 0;
}

function valueAt(answer: RefusedAnswer | undefined, name: string): unknown {
  const steps = name.split(/[.[\]]+/).filter((step) => step !== '');
  return steps.reduce<unknown>(
    (at, step) =>
      typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[step] : undefined,
    answer?.lastResult?.initialValue,
  );
}
