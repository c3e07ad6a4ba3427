import { useLanguage, useText } from '~/i18n/text';
import { formatNumber } from '~/i18n/format';

interface ProgressProps {
  label: string;
  /** Left out: under way, end unknown. */
  done?: number | undefined;
  total?: number | undefined;
}

/** How far a long piece of work, or the filling of a need, has come. */
export function Progress({ label, done, total }: ProgressProps) {
  const t = useText('common');
  const language = useLanguage();
  const known = done !== undefined && total !== undefined && total > 0;
  return (
    <label className="block space-y-1">
      <span className="flex flex-wrap justify-between gap-x-4 text-sm">
        <span className="font-medium">{label}</span>
        <span className="text-ink-soft">
          {known
            ? t('doneOfTotal', {
                done: formatNumber(language, done),
                total: formatNumber(language, total),
              })
            : t('working')}
        </span>
      </span>
      <progress
        className="progress-bar"
        {...(known && { value: Math.min(done, total), max: total })}
      />
    </label>
  );
}
