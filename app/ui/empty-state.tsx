import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  icon?: LucideIcon | undefined;
  title: string;
  /** What to do first, or why nothing is here yet. */
  children?: ReactNode;
  action?: ReactNode;
}

export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-3 rounded-card border border-dashed border-line bg-sheet px-6 py-12 text-center">
      {Icon && (
        <span className="grid size-14 place-items-center rounded-full bg-persimmon-wash text-persimmon">
          <Icon aria-hidden className="size-7" strokeWidth={1.75} />
        </span>
      )}
      <p className="text-lg font-semibold">{title}</p>
      {children && <div className="max-w-prose text-ink-soft">{children}</div>}
      {action && <div className="pt-2">{action}</div>}
    </div>
  );
}
