import type { DomainError } from '~/domain/error';
import type { FormProblem } from './form-error-summary';

/** What an action answers when a form did not go through, as `respond` makes it. */
export interface RefusedAnswer {
  lastResult?:
    | {
        initialValue?: Record<string, unknown> | null | undefined;
        error?: Record<string, string[] | null> | null | undefined;
      }
    | undefined;
  error?: DomainError | undefined;
}

/** Error codes at one field, by its name in the form. */
export function errorsAt(answer: RefusedAnswer | undefined, name: string): string[] | undefined {
  return answer?.lastResult?.error?.[name] ?? undefined;
}

/**
 * Everything a refused form has to complain of, for the summary at its top.
 * @param labelOf the label of a field by its name; the id of its control must be its name.
 */
export function problemsOf(
  answer: RefusedAnswer | undefined,
  labelOf: (name: string) => string | undefined,
): FormProblem[] {
  const atFields = Object.entries(answer?.lastResult?.error ?? {}).flatMap(([name, errors]) =>
    (errors ?? []).map((error): FormProblem =>
      name === '' ? { error } : { fieldId: name, label: labelOf(name), error },
    ),
  );
  const { error } = answer ?? {};
  return error && error.field === undefined ? [{ error: withFacts(error) }, ...atFields] : atFields;
}

/** As `errorText` reads it back. */
function withFacts({ code, facts }: DomainError): string {
  return facts ? `${code} ${JSON.stringify(facts)}` : code;
}
