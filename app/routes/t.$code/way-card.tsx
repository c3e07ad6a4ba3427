import type { StageKind } from '~/domain/trace-stages';
import type { TextKey } from '~/i18n/catalogue-types';
import { formatDay } from '~/i18n/format';
import { useLanguage, useText } from '~/i18n/text';
import { Card } from '~/ui/card';
import { Stepper, type Hop } from '~/ui/stepper';
import { useHouseholds } from './count-text';
import type { TraceView } from './trace-view.server';

const stageTexts = {
  pledged: 'stagePledged',
  not_taken: 'stageNotTaken',
  counted_in: 'stageCountedIn',
  dispatched: 'stageDispatched',
  at_depot: 'stageAtDepot',
  arrived: 'stageArrived',
  handed_out: 'stageHandedOut',
} as const satisfies Record<StageKind, TextKey<'trace'>>;

interface Stop {
  place: string;
  note?: string | undefined;
}

/** The way from top to bottom, with days and places; what is still to come is drawn faintly. */
export function WayCard({ view }: { view: TraceView }) {
  const t = useText('trace');
  const days = useDays();
  const handedOut = useHandedOut(view);
  const hops = view.stages.map(({ kind, state, stops }): Hop => {
    const [first] = stops;
    const named = kind === 'handed_out' ? handedOut : stops.filter(({ place }) => place !== '');
    const one = named.length === 1 ? named[0] : undefined;
    return {
      key: kind,
      title: t(stageTexts[kind]),
      state,
      ...(first && {
        when: days(
          first.firstDay,
          stops
            .map((stop) => stop.lastDay)
            .sort()
            .at(-1),
        ),
      }),
      ...(one && { place: one.place }),
      detail:
        kind === 'handed_out' || named.length > 1 ? (
          <Stops
            stops={
              kind === 'handed_out'
                ? handedOut
                : stops.map((stop) => ({
                    place: stop.place,
                    note: days(stop.firstDay, stop.lastDay),
                  }))
            }
            namesShown={named.length > 1}
          />
        ) : undefined,
    };
  });
  return (
    <Card title={t('wayTitle')}>
      <Stepper hops={hops} />
    </Card>
  );
}

function Stops({ stops, namesShown }: { stops: readonly Stop[]; namesShown: boolean }) {
  if (stops.length === 0) return null;
  return (
    <ul className="mt-2 divide-y divide-line border-t border-line text-[0.9375rem]">
      {stops.map(({ place, note }) => (
        <li key={place} className="flex flex-wrap justify-between gap-x-4 py-2">
          {namesShown && <span className="min-w-0">{place}</span>}
          <span className="text-ink-soft">{note}</span>
        </li>
      ))}
    </ul>
  );
}

function useHandedOut(view: TraceView): Stop[] {
  const t = useText('trace');
  const language = useLanguage();
  const households = useHouseholds();
  return view.reached.map((reach) => {
    const day = reach.lastDay && t('lastHandOut', { day: formatDay(language, reach.lastDay) });
    return {
      place: reach.village,
      note: [households(reach.households), day].filter(Boolean).join(' · '),
    };
  });
}

/** One day, or from the first to the last. */
function useDays(): (first: string, last?: string) => string {
  const t = useText('trace');
  const language = useLanguage();
  return (first, last = first) =>
    first === last
      ? formatDay(language, first)
      : t('dayRange', { first: formatDay(language, first), last: formatDay(language, last) });
}
