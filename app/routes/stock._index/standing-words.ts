import { useText } from '~/i18n/text';

/** Whether goods at a place are free, reserved or held back. */
export function useStandingWords(): Record<'stock' | 'hold' | 'quarantine', string> {
  const t = useText('stock');
  return { stock: t('free'), hold: t('held'), quarantine: t('quarantined') };
}
