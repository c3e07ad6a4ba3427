import { Link } from '@remix-run/react';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { Notice } from '~/ui/notice';

/** Told before anybody signs for goods that still lie in a closed box. */
export function BoxesToOpen({ boxes }: { boxes: readonly { id: string; code: string }[] }) {
  const t = useText('handouts');
  if (boxes.length === 0) return null;
  return (
    <Notice tone="waiting" title={t('boxesTitle')}>
      <p>{t('boxesHint')}</p>
      <ul className="flex flex-wrap gap-x-6">
        {boxes.map(({ id, code }) => (
          <li key={id}>
            <Link
              to={paths.parcel(id)}
              className="inline-flex min-h-11 items-center font-mono underline underline-offset-4"
            >
              {code}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
