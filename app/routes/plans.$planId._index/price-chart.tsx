import { formatShare } from '~/i18n/format';
import { useLanguage, useText } from '~/i18n/text';
import { classNames } from '~/ui/class-names';
import type { Alternative } from '~db/queries/allocation-plans.server';

interface PriceChartProps {
  alternatives: readonly Alternative[];
  chosenId: string | null;
}

/** One filled and one hatched, each in an outline: told apart in black and white, and on paper. */
const looks = {
  least: 'bg-ink',
  value: 'bg-[repeating-linear-gradient(135deg,var(--color-persimmon)_0_2px,transparent_2px_6px)]',
} as const;
type Measure = keyof typeof looks;

/** What a floor gives the least served, and what of the value is left; the table beside it says the same in numbers. */
export function PriceChart({ alternatives, chosenId }: PriceChartProps) {
  const t = useText('plans');
  const language = useLanguage();
  const best = Math.max(...alternatives.map((one) => one.figures.value), 0);
  const sharesOf = ({ least, figures }: Alternative): [Measure, number | null][] => [
    ['least', least],
    ['value', best > 0 ? figures.value / best : null],
  ];
  return (
    <figure aria-hidden className="max-w-2xl space-y-4 text-sm">
      <figcaption className="flex flex-wrap gap-x-6 gap-y-1">
        {(['least', 'value'] as const).map((measure) => (
          <span key={measure} className="flex items-center gap-2">
            <span
              className={classNames('size-3.5 border border-ink print-exact', looks[measure])}
            />
            {t(measure === 'least' ? 'leastServed' : 'valueOfBest')}
          </span>
        ))}
      </figcaption>
      <div className="space-y-3">
        {alternatives.map((one) => (
          <div key={one.id} className="grid grid-cols-[4.5rem_1fr] items-center gap-x-3">
            <span className={one.id === chosenId ? 'font-semibold' : undefined}>
              {one.id === chosenId && '▸ '}
              {formatShare(language, one.floorShare)}
            </span>
            <span className="space-y-1">
              {sharesOf(one).map(([measure, share]) => (
                <Bar key={measure} look={looks[measure]} share={share} />
              ))}
            </span>
          </div>
        ))}
      </div>
    </figure>
  );
}

function Bar({ look, share }: { look: string; share: number | null }) {
  const language = useLanguage();
  const width = `${Math.round(Math.max(0, Math.min(1, share ?? 0)) * 1000) / 10}%`;
  return (
    <span className="grid grid-cols-[1fr_3.5rem] items-center gap-2">
      <span className="block h-3.5 border border-line">
        <span
          className={classNames('block h-full border-e border-ink print-exact', look)}
          style={{ width }}
        />
      </span>
      <span className="text-end tabular-nums">
        {share === null ? '–' : formatShare(language, share)}
      </span>
    </span>
  );
}
