import { Link } from '@remix-run/react';
import { ChevronRight, CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Role } from '~/domain/actor';
import { homeKeys, type HomeKey } from '~/domain/home';
import { formatNumber } from '~/i18n/format';
import { lookUp, useLanguage, useText } from '~/i18n/text';
import { classNames } from '~/ui/class-names';
import { taskPaths } from './task-paths';

interface TaskGridProps {
  role: Role;
  counts: Partial<Record<HomeKey, number>>;
}

/** What waits, largest first to the eye; then what goes on. A task of 0 is left out, a figure of 0 is not. */
export function TaskGrid({ role, counts }: TaskGridProps) {
  const t = useText('home');
  const { waiting, going } = homeKeys(role);
  const toDo = waiting.filter((key) => (counts[key] ?? 0) > 0);
  return (
    <>
      <section className="space-y-4" aria-labelledby="waiting">
        <h2 id="waiting" className="text-lg">
          {t('waiting')}
        </h2>
        {toDo.length === 0 ? (
          <p className="flex items-center gap-2 text-ink-soft">
            <CircleCheck aria-hidden className="size-5 text-bamboo" />
            {t('nothingWaiting')}
          </p>
        ) : (
          <Tasks keys={toDo} counts={counts} strong />
        )}
      </section>
      <section className="space-y-4" aria-labelledby="going">
        <h2 id="going" className="text-lg">
          {t('going')}
        </h2>
        <Tasks keys={going} counts={counts} />
      </section>
    </>
  );
}

interface TasksProps {
  keys: readonly HomeKey[];
  counts: TaskGridProps['counts'];
  strong?: boolean | undefined;
}

function Tasks({ keys, counts, strong = false }: TasksProps) {
  const { i18n } = useTranslation();
  const language = useLanguage();
  return (
    <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
      {keys.map((key) => (
        <li key={key}>
          <Link
            to={taskPaths[key]}
            className={classNames(
              'flex h-full min-h-20 items-center gap-4 rounded-card border px-5 py-4 hover:border-edge',
              strong ? 'border-transparent bg-persimmon-wash' : 'border-line bg-sheet shadow-card',
            )}
          >
            <span
              className={classNames(
                'min-w-10 text-3xl font-semibold',
                strong ? 'text-persimmon-deep' : 'text-ink',
              )}
            >
              {formatNumber(language, counts[key] ?? 0)}
            </span>
            <span className="min-w-0 flex-1">
              {lookUp(i18n, 'home', key, { count: counts[key] ?? 0 })}
            </span>
            <ChevronRight aria-hidden className="size-5 shrink-0 text-ink-soft" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
