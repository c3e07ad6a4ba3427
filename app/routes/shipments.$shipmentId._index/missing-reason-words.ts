import type { MissingReason } from '~/domain/shipment';
import { useText } from '~/i18n/text';

export function useMissingReasonWords(): Record<MissingReason, string> {
  const t = useText('shipments');
  return {
    short_in_transit: t('short_in_transit'),
    lost_in_transit: t('lost_in_transit'),
    stolen: t('stolen'),
  };
}
