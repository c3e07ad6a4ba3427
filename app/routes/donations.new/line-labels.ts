import { useText } from '~/i18n/text';

/** What a field of the pledge is called, for the summary of what is to be mended. */
export function useLineLabels(): (name: string) => string | undefined {
  const t = useText('donations');
  const heads: Record<string, string> = {
    placeId: t('place'),
    campaignId: t('campaign'),
    deliverOn: t('deliverOn'),
    lines: t('goods'),
  };
  const cells: Record<string, string> = {
    itemCode: t('item'),
    quantity: t('quantity'),
    size: t('size'),
    cells: t('quantityBySize'),
    unitCode: t('unit'),
    valueBasis: t('valueBasis'),
    valueLowFen: t('value'),
    valueHighFen: t('valueHigh'),
    producedOn: t('producedOn'),
    bestBefore: t('bestBefore'),
    restrictedDivisionCode: t('restrictedDivision'),
    restrictedGroup: t('restrictedGroup'),
    purpose: t('purpose'),
  };
  return (name) => {
    const [, line, field] = /^lines\[(\d+)\]\.(?:cells\[\d+\]\.)?(\w+)$/.exec(name) ?? [];
    if (!line || !field) return heads[name];
    return t('lineField', { line: Number(line) + 1, field: cells[field] ?? '' });
  };
}
