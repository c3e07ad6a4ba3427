import { useText } from '~/i18n/text';

/** What a field of a kit is called in the summary of what is wrong. */
export function useKitLabels(): (name: string) => string | undefined {
  const t = useText('catalogue');
  const words: Record<string, string> = {
    nameZh: t('nameZh'),
    nameEn: t('nameEn'),
    code: t('code'),
    category: t('category'),
    smallestZh: t('kitUnitZh'),
    smallestEn: t('kitUnitEn'),
    parts: t('parts'),
  };
  return (name) => {
    const [, at, field] = /^parts\[(\d+)\]\.(\w+)$/.exec(name) ?? [];
    if (!at) return words[name];
    const part = t('partAt', { number: Number(at) + 1 });
    return field === 'quantity' ? `${part} ${t('partQuantity')}` : part;
  };
}
