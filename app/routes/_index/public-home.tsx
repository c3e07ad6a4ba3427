import { LogIn } from 'lucide-react';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { Card } from '~/ui/card';
import { LinkButton } from '~/ui/link-button';
import { TraceForm } from '~/ui/trace-form';

/** What the product is in three sentences, the field for a code, and the staff's door. */
export function PublicHome() {
  const t = useText('home');
  const common = useText('common');
  return (
    <div className="mx-auto max-w-3xl space-y-8 sm:space-y-10 sm:pt-6">
      <div className="space-y-4">
        <p className="font-medium text-persimmon">{common('productLine')}</p>
        <h1 className="text-[2rem] sm:text-[2.75rem]">{t('publicTitle')}</h1>
        <div className="max-w-prose space-y-2 text-[1.0625rem] text-ink-soft">
          <p>{t('publicWhat')}</p>
          <p>{t('publicHow')}</p>
          <p>{t('publicPrivacy')}</p>
        </div>
      </div>
      <Card title={t('publicTrace')}>
        <TraceForm />
      </Card>
      <section className="flex flex-wrap items-center justify-between gap-4 border-t border-line pt-6">
        <div className="max-w-prose">
          <h2 className="text-lg">{t('publicStaff')}</h2>
          <p className="text-ink-soft">{t('publicStaffLead')}</p>
        </div>
        <LinkButton to={paths.signIn} kind="secondary" icon={LogIn}>
          {t('signIn')}
        </LinkButton>
      </section>
    </div>
  );
}
