import type { ErrorCode } from '~/domain/error';
import { useErrorText } from '~/i18n/error-text';
import { useText } from '~/i18n/text';

/** Why a signature is not in the books, in a few words; told afterwards, without the figures of that moment. */
export function useDisputeWord(): (code: string) => string {
  const t = useText('handouts');
  const errorText = useErrorText();
  const words: Partial<Record<ErrorCode, string>> = {
    'handout.stock_short': t('dispute_stock_short'),
    'ledger.short': t('dispute_stock_short'),
    'ledger.taken': t('dispute_stock_short'),
    'handout.nothing_left': t('dispute_nothing_left'),
    'handout.more_than_entitled': t('dispute_more_than_entitled'),
    'handout.more_than_request': t('dispute_more_than_request'),
    'record.status': t('dispute_list_closed'),
    'parcel.open_first': t('dispute_in_box'),
    'restriction.division': t('dispute_restricted'),
    'restriction.group': t('dispute_restricted'),
    'restriction.purpose': t('dispute_restricted'),
  };
  return (code) => words[code as ErrorCode] ?? errorText(code);
}
