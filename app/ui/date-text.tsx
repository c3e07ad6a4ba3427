import { formatDay, formatInstant, type DayStyle } from '~/i18n/format';
import { useLanguage } from '~/i18n/text';

/** A calendar day 'YYYY-MM-DD'. */
export function DayText({ day, style }: { day: string; style?: DayStyle | undefined }) {
  const language = useLanguage();
  return (
    <time dateTime={day} className="whitespace-nowrap">
      {formatDay(language, day, style)}
    </time>
  );
}

/** An instant, shown on China's clock. */
export function InstantText({ at, style }: { at: string | Date; style?: DayStyle | undefined }) {
  const language = useLanguage();
  return (
    <time dateTime={typeof at === 'string' ? at : at.toISOString()} className="whitespace-nowrap">
      {formatInstant(language, at, style)}
    </time>
  );
}
