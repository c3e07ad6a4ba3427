import type { TextKey } from '~/i18n/catalogue-types';
import { useText } from '~/i18n/text';
import type { StageKind } from '~/domain/trace-stages';
import { useHouseholds } from './count-text';
import type { TraceView } from './trace-view.server';

const nowTexts = {
  pledged: 'nowPledged',
  not_taken: 'nowNotTaken',
  counted_in: 'nowCountedIn',
  dispatched: 'nowOnTheRoad',
  at_depot: 'nowCountedIn',
  arrived: 'nowArrived',
  handed_out: 'nowHandedOut',
} as const satisfies Record<StageKind, TextKey<'trace'>>;

/** The one thing that a donor wants to know, before anything else: where it is now, or how many it reached. */
export function ReachedBand({ view }: { view: TraceView }) {
  const t = useText('trace');
  const households = useHouseholds();
  const { reached } = view;
  const now = view.stages.findLast((stage) => stage.state !== 'ahead')?.kind ?? 'pledged';
  return (
    <section className="rounded-card bg-persimmon-wash px-5 py-6 sm:px-8">
      {reached.length > 0 ? (
        <>
          <p className="text-persimmon-deep">{t('reachedHead')}</p>
          <p className="text-[2.5rem] leading-tight font-semibold text-persimmon-deep">
            {households(view.households)}
          </p>
          <p className="text-persimmon-deep">{t('reachedVillages', { count: reached.length })}</p>
        </>
      ) : (
        <p className="text-xl font-semibold text-persimmon-deep">{t(nowTexts[now])}</p>
      )}
    </section>
  );
}
