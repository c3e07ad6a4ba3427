import { Form } from '@remix-run/react';
import { useText } from '~/i18n/text';
import { Badge } from '~/ui/badge';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { InstantText } from '~/ui/date-text';

interface SessionCardProps {
  sessions: readonly {
    sessionId: string;
    userAgent: string | null;
    createdAt: string | Date;
    isThis: boolean;
  }[];
}

export function SessionCard({ sessions }: SessionCardProps) {
  const t = useText('auth');
  const others = sessions.some(({ isThis }) => !isThis);
  return (
    <Card title={t('mySessions')}>
      <ul className="divide-y divide-line">
        {sessions.map(({ sessionId, userAgent, createdAt, isThis }) => (
          <li
            key={sessionId}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3"
          >
            <div>
              <p className="font-medium">{deviceName(userAgent) ?? t('unknownDevice')}</p>
              <p className="text-sm text-ink-soft">
                {t('signedInAt')} <InstantText at={createdAt} />
              </p>
            </div>
            {isThis ? (
              <Badge tone="info">{t('thisDevice')}</Badge>
            ) : (
              <Form method="post">
                <input type="hidden" name="_intent" value="end" />
                <input type="hidden" name="sessionId" value={sessionId} />
                <Button kind="secondary">{t('revoke')}</Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {others && (
        <Form method="post">
          <input type="hidden" name="_intent" value="end-others" />
          <Button kind="secondary">{t('revokeOthers')}</Button>
        </Form>
      )}
    </Card>
  );
}

const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'macOS'],
  [/Linux/, 'Linux'],
];

const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/, '微信'],
  [/HuaweiBrowser/, 'Huawei Browser'],
  [/MiuiBrowser/, 'Mi Browser'],
  [/QQBrowser/, 'QQ Browser'],
  [/Edg\//, 'Edge'],
  [/Firefox/, 'Firefox'],
  [/Chrome/, 'Chrome'],
  [/Safari/, 'Safari'],
];

/** What a person would call the device; undefined when it tells nothing that we know. */
function deviceName(userAgent: string | null): string | undefined {
  const named = [systems, browsers].flatMap((list) => {
    const hit = list.find(([pattern]) => pattern.test(userAgent ?? ''));
    return hit ? [hit[1]] : [];
  });
  return named.length > 0 ? named.join(' · ') : undefined;
}
