import { useText } from '~/i18n/text';
import { Page } from '~/ui/page';

export default function Home() {
  const t = useText('common');
  return (
    <Page title={t('productName')} lead={t('productLine')}>
      {null}
    </Page>
  );
}
