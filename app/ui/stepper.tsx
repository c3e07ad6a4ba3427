import { CircleCheck, CircleDashed, CircleDot, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '~/i18n/text';
import { classNames } from './class-names';

export type HopState = 'done' | 'current' | 'ahead' | 'trouble';

export interface Hop {
  key: string;
  title: ReactNode;
  state: HopState;
  place?: ReactNode;
  when?: ReactNode;
  /** Quantities, a note, a link. */
  detail?: ReactNode;
}

const icons = {
  done: CircleCheck,
  current: CircleDot,
  ahead: CircleDashed,
  trouble: TriangleAlert,
};
const colours: Record<HopState, string> = {
  done: 'text-bamboo',
  current: 'text-persimmon',
  ahead: 'text-ink-soft',
  trouble: 'text-brick',
};

/** The way of goods, hop by hop, from donor to household. */
export function Stepper({ hops }: { hops: readonly Hop[] }) {
  const t = useText('common');
  const words: Record<HopState, string | undefined> = {
    done: t('toneDone'),
    current: t('hopCurrent'),
    ahead: t('toneWaiting'),
    trouble: t('toneTrouble'),
  };
  return (
    <ol>
      {hops.map(({ key, title, state, place, when, detail }, at) => {
        const Icon = icons[state];
        const last = at === hops.length - 1;
        return (
          <li
            key={key}
            aria-current={state === 'current' ? 'step' : undefined}
            className="relative flex gap-4 pb-7 last:pb-0"
          >
            {!last && (
              <span
                aria-hidden
                className={classNames(
                  'absolute start-[0.9375rem] top-8 bottom-0 border-s-2',
                  state === 'done' ? 'border-bamboo' : 'border-dashed border-edge',
                )}
              />
            )}
            <Icon
              aria-label={words[state]}
              className={classNames('mt-0.5 size-8 shrink-0', colours[state])}
              strokeWidth={1.75}
            />
            <div className="min-w-0 flex-1 space-y-0.5 pt-0.5">
              <div className="flex flex-wrap items-baseline justify-between gap-x-4">
                <p
                  className={classNames(
                    'text-[1.0625rem]',
                    state === 'ahead' ? 'text-ink-soft' : 'font-semibold',
                  )}
                >
                  {title}
                  {state === 'current' && (
                    <span className="ms-2 text-sm font-normal text-persimmon">{words.current}</span>
                  )}
                </p>
                {when && <span className="text-sm text-ink-soft">{when}</span>}
              </div>
              {place && <p className="text-ink-soft">{place}</p>}
              {detail && <div>{detail}</div>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
