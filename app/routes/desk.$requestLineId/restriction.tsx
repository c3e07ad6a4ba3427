import { useText } from '~/i18n/text';
import type { Goods } from '~db/queries/desk.server';
import { useRequestLabels } from '../requests.new/request-labels';

type Bound = Pick<Goods, 'restrictedDivisionCode' | 'restrictedGroup' | 'purpose'>;

/** What the donor bound the goods to; a purpose in free words is for the person to read. */
export function Restriction({ goods }: { goods: Bound }) {
  const t = useText('desk');
  const words = useRequestLabels();
  const parts = [
    goods.restrictedDivisionCode && t('onlyDivision', { code: goods.restrictedDivisionCode }),
    goods.restrictedGroup && t('onlyGroup', { group: words.group(goods.restrictedGroup) }),
    goods.purpose && t('purpose', { purpose: goods.purpose }),
  ].filter(Boolean);
  if (parts.length === 0) return null;
  return <span className="block text-sm font-normal text-amber">{parts.join('；')}</span>;
}
