import { Link } from '@remix-run/react';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '~/i18n/text';
import { classNames } from './class-names';

export interface Crumb {
  label: string;
  to: string;
}

interface PageProps {
  title: string;
  /** Beside the title: a status. */
  badge?: ReactNode;
  /** One sentence or line of facts under the title. */
  lead?: ReactNode;
  /** The pages above this one, the home page left out. */
  crumbs?: readonly Crumb[] | undefined;
  /** The one primary action. */
  action?: ReactNode;
  /** Facts and side matters; beside the content at a desk, below it on a phone. */
  aside?: ReactNode;
  /** Forms and reading pages are narrower than tables. */
  narrow?: boolean | undefined;
  children: ReactNode;
}

export function Page(props: PageProps) {
  const { title, badge, lead, crumbs = [], action, aside, narrow, children } = props;
  return (
    <div className={classNames('space-y-6', narrow && 'max-w-3xl')}>
      <div className="space-y-2">
        {crumbs.length > 0 && <Breadcrumb crumbs={crumbs} />}
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
          <div className="min-w-0 space-y-1">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <h1 className="text-2xl sm:text-[1.75rem]">{title}</h1>
              {badge}
            </div>
            {lead && <div className="max-w-prose text-ink-soft">{lead}</div>}
          </div>
          {action && <div className="no-print flex flex-wrap items-start gap-3">{action}</div>}
        </div>
      </div>
      {aside ? (
        <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_20rem] xl:gap-8">
          <div className="min-w-0 space-y-6">{children}</div>
          <aside className="min-w-0 space-y-6">{aside}</aside>
        </div>
      ) : (
        children
      )}
    </div>
  );
}

function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useText('common');
  return (
    <nav aria-label={t('breadcrumb')}>
      <ol className="flex flex-wrap items-center gap-1 text-sm text-ink-soft">
        {crumbs.map(({ label, to }) => (
          <li key={to} className="flex items-center gap-1">
            <Link
              to={to}
              className="inline-flex min-h-6 items-center underline-offset-4 hover:underline"
            >
              {label}
            </Link>
            <ChevronRight aria-hidden className="size-4" />
          </li>
        ))}
      </ol>
    </nav>
  );
}
