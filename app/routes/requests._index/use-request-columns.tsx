import { Link } from '@remix-run/react';
import { formatNumber } from '~/i18n/format';
import { useLanguage, useText } from '~/i18n/text';
import { paths } from '~/paths';
import { Badge } from '~/ui/badge';
import type { Column } from '~/ui/data-table';
import { DayText } from '~/ui/date-text';
import { StatusBadge } from '~/ui/status-badge';
import type { RequestInList } from '~db/queries/requests.server';
import { urgencyTones, useRequestLabels } from '../requests.new/request-labels';

const NAMES_SHOWN = 3;

export function useRequestColumns(): Column<RequestInList>[] {
  const t = useText('requests');
  const words = useRequestLabels();
  const language = useLanguage();
  return [
    {
      key: 'placeName',
      header: t('centreAndProgramme'),
      heading: true,
      sortable: true,
      cell: (row) => (
        <>
          <Link to={paths.request(row.id)} className="font-semibold underline underline-offset-4">
            {row.placeName} · {row.programmeName}
          </Link>
          <span className="block text-sm font-normal text-ink-soft">
            {[row.townshipName, row.countyName].filter(Boolean).join('，')}
          </span>
        </>
      ),
    },
    {
      key: 'items',
      header: t('items'),
      cell: (row) => {
        const names = language === 'en' ? row.itemNamesEn : row.itemNamesZh;
        const shown = names.slice(0, NAMES_SHOWN).join(language === 'en' ? ', ' : '、');
        return names.length > NAMES_SHOWN
          ? t('andMoreItems', { names: shown, count: names.length })
          : shown;
      },
    },
    {
      key: 'headCount',
      header: t('headCount'),
      align: 'end',
      cell: (row) => formatNumber(language, row.headCount),
    },
    {
      key: 'needBy',
      header: t('needBy'),
      sortable: true,
      nowrap: true,
      cell: (row) => <DayText day={row.needBy} style="short" />,
    },
    {
      key: 'urgency',
      header: t('urgency'),
      sortable: true,
      cell: (row) => <Badge tone={urgencyTones[row.urgency]}>{words.urgency(row.urgency)}</Badge>,
    },
    {
      key: 'status',
      header: t('status'),
      cell: (row) => <StatusBadge status={`request.${row.status}`} />,
    },
  ];
}
