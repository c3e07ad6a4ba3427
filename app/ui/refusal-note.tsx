import { Ban } from 'lucide-react';
import type { DomainError } from '~/domain/error';
import { useErrorText } from '~/i18n/error-text';

/** Why an action is not open to the reader now. */
export type Refusal = DomainError | string;

export function RefusalNote({ id, refusal }: { id: string; refusal: Refusal }) {
  const errorText = useErrorText();
  return (
    <span id={id} className="flex max-w-prose items-start gap-1.5 text-sm text-ink-soft">
      <Ban aria-hidden className="mt-1 size-3.5 shrink-0" />
      {errorText(refusal)}
    </span>
  );
}
