import { LogOut, UserRound } from 'lucide-react';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { LinkButton } from '~/ui/link-button';
import { Notice } from '~/ui/notice';
import { Page } from '~/ui/page';
import { TraceForm } from '~/ui/trace-form';

/** For somebody signed in who may act for nobody: whom to ask, what everybody may do, and the way out. */
export function UnplacedHome({ userName }: { userName: string }) {
  const t = useText('home');
  const nav = useText('nav');
  return (
    <Page narrow title={t('greeting', { name: userName })}>
      <Notice tone="waiting" title={t('unplacedTitle')}>
        {t('unplaced')}
      </Notice>
      <div className="flex flex-wrap gap-3">
        <LinkButton to={paths.account} kind="secondary" icon={UserRound}>
          {nav('account')}
        </LinkButton>
        <form method="post" action={paths.signOut}>
          <Button kind="secondary" icon={LogOut}>
            {nav('signOut')}
          </Button>
        </form>
      </div>
      <Card title={t('publicTrace')}>
        <TraceForm />
      </Card>
    </Page>
  );
}
