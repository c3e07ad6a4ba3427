import { useText } from '~/i18n/text';
import { Card } from '~/ui/card';
import { DataTable, type Column } from '~/ui/data-table';
import { DayText } from '~/ui/date-text';
import type { PublicCount } from '~/domain/suppression';
import type { DonationPageData, ShownPiece } from './donation-page.server';
import { useGoodsWords } from './goods-words';

/** Every piece and where it is now, down to the centre and no further. */
export function PiecesCard({ page }: { page: DonationPageData }) {
  const t = useText('donations');
  const goods = useGoodsWords(page);
  const words = usePieceWords();
  const lineOf = (id: string) => page.donation.lines.find((line) => line.id === id);
  const columns: Column<ShownPiece>[] = [
    {
      key: 'goods',
      header: t('goods'),
      heading: true,
      cell: (piece) => {
        const line = lineOf(piece.donationLineId);
        return line && goods.lineName(line);
      },
    },
    { key: 'at', header: t('whereNow'), cell: (piece) => words.where(piece) },
    {
      key: 'note',
      header: t('pieceNote'),
      cell: (piece) => (
        <>
          {piece.recipients !== undefined && words.recipients(piece.recipients)}
          {piece.parcelCode && t('inParcel', { code: piece.parcelCode })}
          {piece.bestBefore && (
            <span className="block text-sm text-ink-soft">
              {t('bestBefore')} <DayText day={piece.bestBefore} />
            </span>
          )}
        </>
      ),
    },
    {
      key: 'quantity',
      header: t('quantity'),
      align: 'end',
      cell: (piece) => {
        const line = lineOf(piece.donationLineId);
        return line && goods.quantity(line.itemId, piece.quantity);
      },
    },
  ];
  return (
    <Card title={t('pieces')} flush>
      <DataTable
        caption={t('pieces')}
        captionHidden
        columns={columns}
        rows={page.pieces}
        rowKey={(piece) => JSON.stringify(piece)}
        empty={<p className="px-4 pb-5 text-ink-soft sm:px-6">{t('noPieces')}</p>}
      />
    </Card>
  );
}

function usePieceWords() {
  const t = useText('donations');
  const where = ({ at, placeName, fromPlaceName, reason }: ShownPiece): string => {
    const place = placeName ?? fromPlaceName ?? '';
    switch (at) {
      case 'on_the_road':
        return t('at.on_the_road', { from: fromPlaceName ?? '', to: placeName ?? '' });
      case 'lost':
        return t('at.lost', { place, reason: t(`loss.${(reason ?? 'written_off') as 'damaged'}`) });
      default:
        return t(`at.${at}`, { place });
    }
  };
  const recipients = (count: PublicCount): string => {
    if (typeof count === 'number') return t('recipients', { count });
    return 'fewerThan' in count
      ? t('recipientsFewerThan', { threshold: count.fewerThan })
      : t('recipients', { count: count.atLeast });
  };
  return { where, recipients };
}
