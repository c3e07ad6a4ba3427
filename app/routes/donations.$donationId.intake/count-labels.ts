import { useText } from '~/i18n/text';
import { useName } from '~/ui/item-amount';
import type { CountPageData } from './count-page.server';

/** What a field of the count is called in the summary of what is wrong; `rows` are the line ids by row. */
export function useCountLabels(
  page: CountPageData,
  rows: readonly string[],
): (name: string) => string | undefined {
  const t = useText('intake');
  const nameOf = useName();
  const words: Record<string, string> = {
    sound: t('sound'),
    quarantined: t('quarantined'),
    refused: t('refused'),
    unitCode: t('unit'),
    producedOn: t('producedOn'),
    bestBefore: t('bestBefore'),
    packCode: t('packing'),
    reason: t('reason'),
  };
  return (name) => {
    if (name === 'placeId') return t('place');
    if (name === 'occurredAt') return t('occurredAt');
    const [, at, field] = /^lines\[(\d+)\]\.(\w+)$/.exec(name) ?? [];
    const line = page.donation.lines.find((one) => one.id === rows[Number(at)]);
    const item = page.items.find((one) => one.id === line?.itemId);
    if (!line || !item || !field) return undefined;
    return t('lineField', {
      goods: `${nameOf(item)} ${line.size}`.trim(),
      field: words[field] ?? '',
    });
  };
}
