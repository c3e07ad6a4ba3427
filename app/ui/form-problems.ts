import type { FormProblem } from './form-error-summary';
import type { FieldLike } from './field-wiring';

/**
 * What Conform's form and fields have to complain of, for FormErrorSummary.
 * @param labels by the name of the field in `fields`; a field without a label is left out.
 */
export function formProblems<K extends string>(
  form: { errors: string[] | undefined },
  fields: Record<K, FieldLike>,
  labels: Partial<Record<K, string>>,
): FormProblem[] {
  const ofForm = (form.errors ?? []).map((error) => ({ error }));
  const ofFields = (Object.keys(labels) as K[]).flatMap((name) =>
    (fields[name].errors ?? []).map((error) => ({
      fieldId: fields[name].id,
      label: labels[name],
      error,
    })),
  );
  return [...ofForm, ...ofFields];
}
