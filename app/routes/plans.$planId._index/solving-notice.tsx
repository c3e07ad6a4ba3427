import { Form } from '@remix-run/react';
import { useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { EnvelopeFields } from '~/ui/envelope-fields';
import { Notice } from '~/ui/notice';
import { useAskingAgain } from '~/ui/use-asking-again';
import type { Solving } from '~db/queries/allocation-plans.server';

interface SolvingNoticeProps {
  solving: Solving;
  /** The job may be stopped by this reader. */
  mayCancel: boolean;
  membershipId: string;
  formKey: string;
}

const ASK_EVERY_MS = 800;

/** How far the solving is. The page asks again by itself; without JavaScript the browser reloads it. */
export function SolvingNotice({ solving, mayCancel, ...sender }: SolvingNoticeProps) {
  const t = useText('plans');
  const { status, progress, failure } = solving;
  const open = status === 'queued' || status === 'running';
  useAskingAgain(open, ASK_EVERY_MS);
  if (status === 'done') return null;
  if (!open) {
    return (
      <Notice tone="trouble" title={t(status === 'cancelled' ? 'wasCancelled' : 'hasFailed')}>
        {status === 'failed' && <p>{t(`failure.${failure ?? 'not_solved'}`)}</p>}
        <p>{t('stillAsBefore')}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="waiting" title={t('solving')}>
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
      <progress
        value={progress}
        max={1}
        aria-label={t('solving')}
        className="my-2 block h-3 w-full max-w-md"
      />
      <p>{t('solvingHint')}</p>
      {mayCancel && (
        <Form method="post" className="pt-2">
          <EnvelopeFields {...sender} intent="cancel" />
          <input type="hidden" name="jobId" value={solving.id} />
          <Button kind="secondary">{t('cancelSolving')}</Button>
        </Form>
      )}
    </Notice>
  );
}
