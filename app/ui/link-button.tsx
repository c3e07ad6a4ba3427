import { Link } from '@remix-run/react';
import type { LucideIcon } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { buttonLooks, type ButtonKind } from './button-looks';
import { RefusalNote, type Refusal } from './refusal-note';

interface LinkButtonProps {
  to: string;
  kind?: ButtonKind | undefined;
  icon?: LucideIcon | undefined;
  refusal?: Refusal | undefined;
  /** For addresses that are files or leave the app: a plain document request. */
  reloadDocument?: boolean | undefined;
  children: ReactNode;
}

/** A link with the weight of a button: the way to a form or the next step. */
export function LinkButton(props: LinkButtonProps) {
  const { to, kind = 'primary', icon: Icon, refusal, reloadDocument = false, children } = props;
  const reasonId = useId();
  const inner = (
    <>
      {Icon && <Icon aria-hidden className="size-5 shrink-0" />}
      {children}
    </>
  );
  if (refusal === undefined) {
    return (
      <Link to={to} reloadDocument={reloadDocument} className={buttonLooks(kind, false)}>
        {inner}
      </Link>
    );
  }
  return (
    <span className="inline-flex flex-col items-stretch gap-1.5">
      <a
        role="link"
        aria-disabled
        tabIndex={0}
        aria-describedby={reasonId}
        className={buttonLooks(kind, true)}
      >
        {inner}
      </a>
      <RefusalNote id={reasonId} refusal={refusal} />
    </span>
  );
}
