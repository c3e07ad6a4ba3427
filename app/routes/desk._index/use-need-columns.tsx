import { Link } from '@remix-run/react';
import type { CatalogueItem } from '~/domain/catalogue';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { Badge } from '~/ui/badge';
import type { Column } from '~/ui/data-table';
import { DayText } from '~/ui/date-text';
import { Amount, useName } from '~/ui/item-amount';
import type { OpenNeed } from '~db/queries/desk.server';
import { urgencyTones, useRequestLabels } from '../requests.new/request-labels';

type ShownNeed = OpenNeed & {
  /** Free stock that may serve it, whoever else needs it. */
  usable: number;
};

export function useNeedColumns(items: readonly CatalogueItem[]): Column<ShownNeed>[] {
  const t = useText('desk');
  const words = useRequestLabels();
  const nameOf = useName();
  const unitsOf = (need: ShownNeed) => items.find((one) => one.id === need.itemId)?.units ?? [];
  const amount = (need: ShownNeed, quantity: number) => (
    <Amount quantity={quantity} units={unitsOf(need)} unitCode={need.unitCode} />
  );
  return [
    {
      key: 'item',
      header: t('item'),
      heading: true,
      cell: (need) => {
        const item = items.find((one) => one.id === need.itemId);
        return (
          <Link
            to={paths.need(need.requestLineId)}
            className="font-semibold underline underline-offset-4"
          >
            {item && nameOf(item)} {need.size}
          </Link>
        );
      },
    },
    {
      key: 'place',
      header: t('forWhom'),
      cell: (need) => (
        <>
          <Link to={paths.request(need.requestId)} className="underline underline-offset-4">
            {need.placeName} · {need.programmeName}
          </Link>
          <span className="block text-sm text-ink-soft">
            {[need.townshipName, need.countyName].filter(Boolean).join('，')}
          </span>
        </>
      ),
    },
    {
      key: 'urgency',
      header: t('urgency'),
      cell: (need) => (
        <Badge tone={urgencyTones[need.urgency]}>{words.urgency(need.urgency)}</Badge>
      ),
    },
    {
      key: 'needBy',
      header: t('needBy'),
      nowrap: true,
      cell: (need) => <DayText day={need.needBy} />,
    },
    {
      key: 'remainder',
      header: t('stillOpen'),
      align: 'end',
      cell: (need) => <strong>{amount(need, need.remainder)}</strong>,
    },
    {
      key: 'usable',
      header: t('usable'),
      align: 'end',
      cell: (need) =>
        need.usable > 0 ? (
          amount(need, need.usable)
        ) : (
          <Badge tone="waiting">{t('noneUsable')}</Badge>
        ),
    },
  ];
}
