import type { QuarantineReason, UnquarantineReason, WriteOffReason } from '~/domain/stock';
import { useText } from '~/i18n/text';

export type StockReason = QuarantineReason | UnquarantineReason | WriteOffReason;

export function useReasonWords(): Record<StockReason, string> {
  const t = useText('stock');
  return {
    damaged: t('damaged'),
    wet: t('wet'),
    dirty: t('dirty'),
    unsafe: t('unsafe'),
    expired: t('expired'),
    recalled: t('recalled'),
    other: t('other'),
    inspected_sound: t('inspected_sound'),
    cleaned: t('cleaned'),
    repaired: t('repaired'),
    entered_wrongly: t('entered_wrongly'),
    spoiled: t('spoiled'),
    stolen: t('stolen'),
    written_off: t('written_off'),
  };
}
