import { lazy, Suspense } from 'react';
import { useHydrated } from '../use-hydrated';
import { MapWaiting } from './map-waiting';
import { wayMapHeight, type WayMapProps } from './way-hops';

const loading = typeof document === 'undefined' ? undefined : import('./way-map.client');
const WayMapView = lazy(() => loading ?? import('./way-map.client'));

/** The way of goods on a small map; the page's own list of stages says the same without it. */
export function WayMap(props: WayMapProps) {
  const waiting = <MapWaiting height={wayMapHeight} />;
  const hydrated = useHydrated();
  if (props.hops.length === 0) return null;
  if (!hydrated) return <div className="no-print">{waiting}</div>;
  return (
    <Suspense fallback={waiting}>
      <WayMapView {...props} />
    </Suspense>
  );
}
