import type { DonationLineFigures } from '~/domain/donation-figures';
import { useText } from '~/i18n/text';
import { Figures } from './figures';
import { ShareBar } from './share-bar';

interface ItemWayProps {
  name: string;
  figures: DonationLineFigures;
  print: (value: number) => string;
}

/** One item's way: a bar for the eye, and the figures that add up. */
export function ItemWay({ name, figures, print }: ItemWayProps) {
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
