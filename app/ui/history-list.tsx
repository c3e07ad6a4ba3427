import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '~/domain/history';
import { lookUp, useText } from '~/i18n/text';
import { Card } from './card';
import { eventTones } from './event-tones';
import { Timeline, type TimelineEntry } from './timeline';

/** So many stand open; the rest unfold. */
const SHOWN = 8;

/** Who did what when, latest first: the history of a record as a card of its page. */
export function HistoryCard({ entries }: { entries: readonly HistoryEntry[] }) {
  const t = useText('history');
  const timeline = useTimeline(entries);
  const older = timeline.slice(SHOWN);
  return (
    <Card title={t('title')}>
      {entries.length === 0 && <p className="text-ink-soft">{t('empty')}</p>}
      {entries.length > 0 && <Timeline entries={timeline.slice(0, SHOWN)} />}
      {older.length > 0 && (
        <details className="space-y-5">
          <summary className="inline-flex min-h-11 items-center font-medium underline underline-offset-4">
            {t('older', { count: older.length })}
          </summary>
          <Timeline entries={older} />
        </details>
      )}
    </Card>
  );
}

function useTimeline(entries: readonly HistoryEntry[]): TimelineEntry[] {
  const t = useText('history');
  const { i18n } = useTranslation();
  return entries.map(({ id, key, at, reason, by }) => ({
    id,
    at,
    title: reason
      ? t('because', {
          what: lookUp(i18n, 'history', key),
          reason: lookUp(i18n, 'donations', `${reasonWords(key)}.${reason}`),
        })
      : lookUp(i18n, 'history', key),
    by: by ? `${t('byWhom', by)} · ${lookUp(i18n, 'roles', by.role)}` : t('bySystem'),
    tone: eventTones[key] ?? 'plain',
  }));
}

/** A donation's closing has reasons of its own; whatever else says why opens something again. */
function reasonWords(key: HistoryEntry['key']): 'closeReason' | 'reopenReason' {
  return key === 'donation.closed' ? 'closeReason' : 'reopenReason';
}
