import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { LinkButton } from '~/ui/link-button';
import { LinkCard, type OneTimeLink } from '~/ui/link-card';
import { Notice } from '~/ui/notice';

export function InvitedCard(made: OneTimeLink) {
  const t = useText('auth');
  return (
    <>
      <Notice tone="waiting">{t('invitedOnce')}</Notice>
      <LinkCard label={t('inviteLink')} {...made} />
      <div className="flex flex-wrap gap-3">
        <LinkButton kind="secondary" to={paths.invite} reloadDocument>
          {t('inviteAnother')}
        </LinkButton>
        <LinkButton kind="quiet" to={paths.people}>
          {t('backToPeople')}
        </LinkButton>
      </div>
    </>
  );
}
