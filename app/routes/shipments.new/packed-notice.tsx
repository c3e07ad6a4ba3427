import { Link } from '@remix-run/react';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { Notice } from '~/ui/notice';

export function PackedNotice({ parcelId }: { parcelId: string }) {
  const t = useText('shipments');
  return (
    <Notice tone="done">
      {t('packed')}{' '}
      <Link to={paths.parcel(parcelId)} className="underline underline-offset-4">
        {t('printLabel')}
      </Link>
    </Notice>
  );
}
