import { lazy, Suspense } from 'react';
import { useHydrated } from '../use-hydrated';
import { mapHeight } from './map-height';
import type { MapProps } from './map-props';
import { MapWaiting } from './map-waiting';

// The map's own code is fetched while the page's is still being read, and by pages with a map alone.
const loading = typeof document === 'undefined' ? undefined : import('./map-view.client');
const MapView = lazy(() => loading ?? import('./map-view.client'));

/** A map where there is JavaScript; the table beside it says the same without. */
export function MapFrame(props: MapProps) {
  const waiting = <MapWaiting height={mapHeight} />;
  if (!useHydrated()) return <div className="no-print">{waiting}</div>;
  return (
    <Suspense fallback={waiting}>
      <MapView {...props} />
    </Suspense>
  );
}
