import { Maximize, Minus, Plus, type LucideIcon } from 'lucide-react';
import { DomEvent } from 'leaflet';
import { useEffect, useRef, useState } from 'react';
import { useMap } from 'react-leaflet';
import { useText } from '~/i18n/text';

/** Nearer, farther, and all of it again. */
export function MapButtons({ showAll }: { showAll: () => void }) {
  const t = useText('map');
  const map = useMap();
  const [zoom, setZoom] = useState(() => map.getZoom());
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const renew = () => setZoom(map.getZoom());
    map.on('zoomend', renew);
    renew();
    // A double click on a button is two presses, not a zoom of the map below it.
    if (box.current) DomEvent.disableClickPropagation(box.current);
    return () => {
      map.off('zoomend', renew);
    };
  }, [map]);
  return (
    <div ref={box} className="no-print absolute end-3 top-3 z-[1000] flex flex-col gap-2">
      <div className="flex flex-col overflow-hidden rounded-lg border border-edge bg-sheet shadow-card">
        <MapButton
          icon={Plus}
          label={t('zoomIn')}
          off={zoom >= map.getMaxZoom()}
          press={() => map.zoomIn()}
        />
        <MapButton
          icon={Minus}
          label={t('zoomOut')}
          off={zoom <= map.getMinZoom()}
          press={() => map.zoomOut()}
        />
      </div>
      <div className="overflow-hidden rounded-lg border border-edge bg-sheet shadow-card">
        <MapButton icon={Maximize} label={t('showAll')} press={showAll} />
      </div>
    </div>
  );
}

interface MapButtonProps {
  icon: LucideIcon;
  label: string;
  off?: boolean;
  press: () => void;
}

function MapButton({ icon: Icon, label, off = false, press }: MapButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      // Not `disabled`: the keyboard would lose its place at the last step.
      aria-disabled={off}
      onClick={() => !off && press()}
      className="grid size-11 place-items-center bg-sheet text-ink hover:bg-mist aria-disabled:text-ink-soft aria-disabled:opacity-50 [&+&]:border-t [&+&]:border-line"
    >
      <Icon aria-hidden className="size-5" />
    </button>
  );
}
