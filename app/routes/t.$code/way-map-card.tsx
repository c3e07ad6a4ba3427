import type { BaseMap } from '~/domain/base-map';
import { useText } from '~/i18n/text';
import { Card } from '~/ui/card';
import { WayMap } from '~/ui/map/way-map';
import type { TraceView } from './trace-view.server';

/** The way on a map; the list above it says the same. */
export function WayMapCard({ view, base }: { view: TraceView; base: BaseMap }) {
  const t = useText('map');
  if (view.way.length === 0) return null;
  return (
    <Card title={t('wayMap')}>
      <WayMap hops={view.way} base={base} title={t('wayMapLabel')} />
      <p className="text-sm text-ink-soft">{t('wayMapHint')}</p>
    </Card>
  );
}
