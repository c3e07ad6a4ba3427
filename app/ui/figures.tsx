import { Equal, Plus, TriangleAlert } from 'lucide-react';
import { formatNumber } from '~/i18n/format';
import { useLanguage, useText } from '~/i18n/text';
import { classNames } from './class-names';

export interface Term {
  label: string;
  /** Integer in the smallest unit, so that sums are exact. */
  value: number;
  hint?: string | undefined;
}

interface FiguresProps {
  caption: string;
  left: readonly Term[];
  right: readonly Term[];
  /** How a value is printed, for instance grams as kilograms; plain numbers if left out. */
  print?: ((value: number) => string) | undefined;
  unit?: string | undefined;
}

const sum = (terms: readonly Term[]) => terms.reduce((total, term) => total + term.value, 0);

/** An equation of figures: pledged + beyond = declined + to come + … It says so itself if the sides differ. */
export function Figures({ caption, left, right, print, unit }: FiguresProps) {
  const t = useText('common');
  const language = useLanguage();
  const show = print ?? ((value: number) => formatNumber(language, value));
  const difference = sum(left) - sum(right);
  return (
    <figure className="space-y-3">
      <figcaption className="flex flex-wrap items-baseline gap-x-2 font-medium">
        {caption}
        {unit && <span className="text-sm font-normal text-ink-soft">{unit}</span>}
      </figcaption>
      <div className="flex flex-col gap-2 sm:flex-row sm:flex-wrap sm:items-center">
        <Side terms={left} show={show} />
        <Equal aria-label="=" className="mx-auto size-5 shrink-0 text-ink-soft sm:mx-1" />
        <Side terms={right} show={show} />
      </div>
      {difference !== 0 && (
        <p className="flex items-center gap-1.5 text-sm font-medium text-brick">
          <TriangleAlert aria-hidden className="size-4" />
          {t('figuresDiffer', { difference: show(Math.abs(difference)) })}
        </p>
      )}
    </figure>
  );
}

interface SideProps {
  terms: readonly Term[];
  show: (value: number) => string;
}

function Side({ terms, show }: SideProps) {
  return (
    <ul className="contents">
      {terms.map(({ label, value, hint }, at) => (
        <li key={label} className="flex items-center gap-2">
          {at > 0 && <Plus aria-label="+" className="size-4 shrink-0 text-ink-soft" />}
          <span
            className={classNames(
              'flex min-w-0 flex-1 items-baseline justify-between gap-3 rounded-lg border border-line px-3 py-2 sm:min-w-20 sm:flex-col-reverse sm:gap-0',
              value === 0 ? 'bg-sheet text-ink-soft' : 'bg-mist',
              at === 0 && 'ms-6 sm:ms-0',
            )}
          >
            <span className="text-sm text-ink-soft" title={hint}>
              {label}
            </span>
            <span
              className={classNames(
                'text-lg leading-snug sm:text-xl',
                value !== 0 && 'font-semibold',
              )}
            >
              {show(value)}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
