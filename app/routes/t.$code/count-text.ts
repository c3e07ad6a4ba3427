import type { PublicCount } from '~/domain/suppression';
import { useText } from '~/i18n/text';

/** 「43 户」, 「不足 5 户」, 「至少 12 户」: a number of households as far as it may be told. */
export function useHouseholds(): (count: PublicCount) => string {
  const t = useText('trace');
  return (count) => {
    if (typeof count === 'number') return t('households', { count });
    if ('fewerThan' in count) return t('householdsFew', { count: count.fewerThan });
    return t('householdsAtLeast', { count: count.atLeast });
  };
}
