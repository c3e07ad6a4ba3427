import { Link } from '@remix-run/react';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button';
import { buttonLooks, type ButtonKind } from './button-looks';
import type { Refusal } from './refusal-note';

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
  // A refused link leads nowhere, so it is the same refused button.
  if (refusal !== undefined) {
    return (
      <Button kind={kind} icon={Icon} refusal={refusal}>
        {children}
      </Button>
    );
  }
  return (
    <Link to={to} reloadDocument={reloadDocument} className={buttonLooks(kind, false)}>
      {Icon && <Icon aria-hidden className="size-5 shrink-0" />}
      {children}
    </Link>
  );
}
