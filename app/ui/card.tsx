import { useId, type ReactNode } from 'react';
import { classNames } from './class-names';

interface CardProps {
  title?: string | undefined;
  /** Quiet actions at the right of the title. */
  tools?: ReactNode;
  /** Tables bring their own padding. */
  flush?: boolean | undefined;
  children: ReactNode;
}

/** A titled section of a page on its own sheet. */
export function Card({ title, tools, flush, children }: CardProps) {
  const titleId = useId();
  return (
    <section
      aria-labelledby={title ? titleId : undefined}
      className="print-plain rounded-card border border-line bg-sheet shadow-card"
    >
      {title && (
        <div className="flex flex-wrap items-center justify-between gap-3 px-4 pt-4 sm:px-6 sm:pt-5">
          <h2 id={titleId} className="text-lg">
            {title}
          </h2>
          {tools}
        </div>
      )}
      <div
        className={classNames(
          flush ? title && 'pt-4' : 'space-y-5 p-4 sm:p-6',
          title && !flush && 'sm:pt-4',
        )}
      >
        {children}
      </div>
    </section>
  );
}
