import { useActionData } from '@remix-run/react';
import { TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useErrorText } from '~/i18n/error-text';
import { useText } from '~/i18n/text';

export interface FormProblem {
  /** Id of the control to jump to; left out for what concerns the whole form. */
  fieldId?: string | undefined;
  label?: string | undefined;
  /** Error code or finished sentence. */
  error: string;
}

interface FormErrorSummaryProps {
  problems: readonly FormProblem[];
}

/** Stands at the top of a refused form, takes the focus and links to each place to mend. */
export function FormErrorSummary({ problems }: FormErrorSummaryProps) {
  const t = useText('common');
  const errorText = useErrorText();
  const box = useRef<HTMLDivElement>(null);
  const shown = problems.length > 0;
  // A form that is refused again has a new answer: whoever sent it is told again, wherever the focus was.
  const answer = useActionData();
  const told = useRef<unknown>(null);
  useEffect(() => {
    if (shown && told.current !== answer) box.current?.focus();
    told.current = shown ? answer : null;
  }, [shown, answer]);
  if (!shown) return null;

  const fields = problems.filter((problem) => problem.fieldId);
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="flex gap-3 rounded-card border-s-4 border-brick bg-brick-wash px-4 py-3"
    >
      <TriangleAlert aria-hidden className="mt-0.5 size-5 shrink-0 text-brick" />
      <div className="space-y-1">
        {fields.length > 0 && (
          <p className="font-semibold text-brick">{t('formErrors', { count: fields.length })}</p>
        )}
        <ul className="space-y-0.5">
          {problems.map(({ fieldId, label, error }) => (
            <li key={`${fieldId} ${error}`}>
              {fieldId ? (
                <a href={`#${fieldId}`} className="underline underline-offset-4">
                  {label ? t('labelled', { label, text: errorText(error) }) : errorText(error)}
                </a>
              ) : (
                errorText(error)
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
