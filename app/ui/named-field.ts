import type { FieldLike } from './field-wiring';

/** A field whose id is its name, so that the summary of a refused form can lead to it. */
export function namedField(name: string, errors: string[] | undefined): FieldLike {
  return { id: name, name, errorId: `${name}-error`, descriptionId: `${name}-hint`, errors };
}
