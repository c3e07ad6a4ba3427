import type { LucideIcon } from 'lucide-react';
import { useId, type ButtonHTMLAttributes } from 'react';
import { buttonLooks, type ButtonKind } from './button-looks';
import { RefusalNote, type Refusal } from './refusal-note';

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> {
  kind?: ButtonKind | undefined;
  icon?: LucideIcon | undefined;
  /** Set: the button is shown, cannot be pressed, and says why. */
  refusal?: Refusal | undefined;
  /** Set while the form is under way. */
  busy?: boolean | undefined;
}

/**
 * A button that sends its form unless `type` says otherwise. A refused one stays in the tab order
 * (`aria-disabled` with the reason described), so that everyone can read why.
 */
export function Button({
  kind = 'primary',
  icon: Icon,
  refusal,
  busy,
  children,
  type = 'submit',
  ...rest
}: ButtonProps) {
  const reasonId = useId();
  if (refusal === undefined) {
    return (
      <button {...rest} type={type} aria-busy={busy} className={buttonLooks(kind, false)}>
        {Icon && <Icon aria-hidden className="size-5 shrink-0" />}
        {children}
      </button>
    );
  }
  return (
    <span className="inline-flex max-w-sm flex-col items-start gap-1.5">
      {/* type="button" and no handlers: without JavaScript, too, pressing it does nothing. */}
      <button
        type="button"
        aria-disabled
        aria-describedby={reasonId}
        className={buttonLooks(kind, true)}
      >
        {Icon && <Icon aria-hidden className="size-5 shrink-0" />}
        {children}
      </button>
      <RefusalNote id={reasonId} refusal={refusal} />
    </span>
  );
}
