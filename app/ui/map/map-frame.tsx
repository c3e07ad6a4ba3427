import { startTransition, useCallback, useEffect, useState } from 'react';
import { classNames } from '../class-names';
import type { MapProps } from './map-props';
import { MapStill } from './map-still';
import MapView from './map-view.client';

/**
 * A map where there is JavaScript; the table beside it says the same without. The map's code comes with its page and no
 * other. Until its first marks are drawn, the server's lie over it.
 */
export function MapFrame(props: MapProps) {
  const [live, setLive] = useState(false);
  const [drawn, setDrawn] = useState(false);
  useEffect(() => startTransition(() => setLive(true)), []);
  const onDrawn = useCallback(() => setDrawn(true), []);
  return (
    <div className="relative">
      {!drawn && (
        <div className={classNames('no-print', live && 'absolute inset-x-0 top-0 z-[2]')}>
          <MapStill {...props} />
        </div>
      )}
      {live && <MapView {...props} onDrawn={onDrawn} />}
    </div>
  );
}
