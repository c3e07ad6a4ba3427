import type { DonationLineFigures } from '~/domain/donation-figures';
import { useText } from '~/i18n/text';
import { Card } from '~/ui/card';
import { Figures } from '~/ui/figures';
import { ShareBar } from '~/ui/share-bar';
import type { DonationPageData } from './donation-page.server';
import { useGoodsWords } from './goods-words';

/** Each item's way, all its sizes together: a bar for the eye, and the figures that add up. */
export function WayCard({ page }: { page: DonationPageData }) {
  const t = useText('donations');
  const goods = useGoodsWords(page);
  const { lines } = page.donation;
  const itemIds = [...new Set(lines.map((line) => line.itemId))];
  return (
    <Card title={t('way')}>
      <p className="text-sm text-ink-soft">{t('wayHint')}</p>
      <div className="space-y-8">
        {itemIds.map((itemId) => {
          const own = lines.filter((line) => line.itemId === itemId);
          const figures = sumOf(own.map((line) => line.figures));
          const print = (value: number) => goods.quantity(itemId, value);
          return <ItemWay key={itemId} name={goods.itemName(itemId)} {...{ figures, print }} />;
        })}
      </div>
    </Card>
  );
}

interface ItemWayProps {
  name: string;
  figures: DonationLineFigures;
  print: (value: number) => string;
}

function ItemWay({ name, figures, print }: ItemWayProps) {
  const t = useText('donations');
  const term = (key: keyof DonationLineFigures) => ({
    label: t(`figure.${key}`),
    value: figures[key],
  });
  return (
    <section className="space-y-4">
      <h3 className="text-base">
        {t('itemPledged', { item: name, quantity: print(figures.pledged) })}
      </h3>
      <ShareBar
        label={t('wayOf', { item: name })}
        print={print}
        parts={[
          { ...term('handedOut'), tone: 'done' },
          { ...term('used'), tone: 'used' },
          { ...term('atCentres'), tone: 'near' },
          { ...term('onTheRoad'), tone: 'moving' },
          { ...term('held'), tone: 'held' },
          { ...term('stock'), tone: 'stock' },
          { ...term('toCome'), tone: 'open' },
          { ...term('closedShort'), tone: 'none' },
          { ...term('declined'), tone: 'none' },
          { ...term('returned'), tone: 'none' },
          { ...term('lost'), tone: 'lost' },
        ]}
      />
      <details>
        <summary className="inline-flex min-h-9 cursor-pointer items-center text-sm text-ink-soft underline underline-offset-4">
          {t('howItAddsUp')}
        </summary>
        <div className="space-y-5 pt-3">
          <Figures
            caption={t('pledgeAddsUp')}
            print={print}
            left={[term('pledged'), term('beyond')]}
            right={[term('declined'), term('toCome'), term('closedShort'), term('received')]}
          />
          <Figures
            caption={t('receivedAddsUp')}
            print={print}
            left={[term('received')]}
            right={[
              term('stock'),
              term('held'),
              term('onTheRoad'),
              term('atCentres'),
              term('handedOut'),
              term('used'),
              term('lost'),
              term('returned'),
            ]}
          />
        </div>
      </details>
    </section>
  );
}

/** Sums of lines of one item keep both equations. */
function sumOf(lines: readonly DonationLineFigures[]): DonationLineFigures {
  const [first, ...rest] = lines;
  if (!first) throw new Error('an item without lines');
  return rest.reduce((sum, line) => {
    const keys = Object.keys(sum) as (keyof DonationLineFigures)[];
    return Object.fromEntries(
      keys.map((key) => [key, sum[key] + line[key]]),
    ) as unknown as DonationLineFigures;
  }, first);
}
