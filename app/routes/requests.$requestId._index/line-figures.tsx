import { Link } from '@remix-run/react';
import type { CatalogueItem } from '~/domain/catalogue';
import type { RequestLineFigures, RequestStatus } from '~/domain/request';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { DataTable, type Column } from '~/ui/data-table';
import { Amount, useAmount, useName } from '~/ui/item-amount';
import type { FoundRequest } from '~db/queries/requests.server';
import { useRequestLabels } from '../requests.new/request-labels';

export type ShownLine = FoundRequest['lines'][number] & { figures: RequestLineFigures };

interface LineFiguresProps {
  request: { status: RequestStatus };
  lines: readonly ShownLine[];
  items: readonly CatalogueItem[];
  mayAllocate: boolean;
}

/** Where everything that was asked for is: asked, approved, and each station on the way. */
export function LineFigures({ request, lines, items, mayAllocate }: LineFiguresProps) {
  const t = useText('requests');
  const nameOf = useName();
  const decided = request.status === 'approved' || request.status === 'closed';
  const unitsOf = (line: ShownLine) => items.find((one) => one.id === line.itemId)?.units ?? [];
  const figure = (
    key: keyof RequestLineFigures,
    header: string,
    strong = false,
  ): Column<ShownLine> => ({
    key,
    header,
    align: 'end',
    nowrap: true,
    cell: (line) => {
      const value = line.figures[key];
      const text = <Amount quantity={value} units={unitsOf(line)} unitCode={line.unitCode} />;
      if (value === 0) return <span className="text-ink-soft">0</span>;
      return strong ? <strong>{text}</strong> : text;
    },
  });
  const columns: Column<ShownLine>[] = [
    {
      key: 'item',
      header: t('item'),
      heading: true,
      cell: (line) => {
        const item = items.find((one) => one.id === line.itemId);
        return (
          <>
            {item && nameOf(item)} {line.size}
            {line.largerSizeServes && (
              <span className="block text-sm font-normal text-ink-soft">{t('largerServes')}</span>
            )}
            <CutNote line={line} units={unitsOf(line)} />
          </>
        );
      },
    },
    figure('requested', t('asked')),
    ...(decided
      ? [
          figure('approved', t('approved')),
          figure('promised', t('promised')),
          figure('held', t('held')),
          figure('onTheRoad', t('onTheRoad')),
          figure('atCentre', t('atCentre')),
          figure('handedOut', t('handedOut')),
          figure('remainder', t('stillOpen'), true),
        ]
      : []),
    ...(mayAllocate
      ? [
          {
            key: 'allocate',
            header: t('allocate'),
            nowrap: true,
            cell: (line: ShownLine) =>
              line.figures.remainder > 0 && (
                <Link to={paths.need(line.id)} className="underline underline-offset-4">
                  {t('findStock')}
                </Link>
              ),
          },
        ]
      : []),
  ];
  return (
    <DataTable
      caption={t('lines')}
      columns={columns}
      rows={lines}
      rowKey={(line) => line.id}
      empty={null}
    />
  );
}

function CutNote({ line, units }: { line: ShownLine; units: CatalogueItem['units'] }) {
  const t = useText('requests');
  const words = useRequestLabels();
  const amount = useAmount();
  if (line.figures.cut === 0 || !line.cutReason) return null;
  const cut = amount(line.figures.cut, units, line.unitCode);
  return (
    <span className="block text-sm font-normal text-amber">
      {t('cutBy', { cut, reason: words.cutReason(line.cutReason) })}
    </span>
  );
}
