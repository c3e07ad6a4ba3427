import { useLocation, useNavigate } from '@remix-run/react';
import { useCallback, useEffect, useRef } from 'react';
import type { BaseMap } from '~/domain/base-map';
import { shadings, type MapWindow, type Shading } from '~/domain/map';
import { writeWindow } from '~/domain/map/address-parts';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { MapFrame } from '~/ui/map/map-frame';
import { CentrePanelCard } from './centre-panel-card';
import type { LoadedMap } from './load-map.server';
import { useShownWords } from './shown-words';

const ADDRESS_AFTER_MS = 300;

/** The map, and beside it the centre that was chosen. */
export function MapArea({ loaded, base }: { loaded: LoadedMap; base: BaseMap }) {
  const t = useText('map');
  const { first, window, panel } = loaded;
  const about = useShownWords(loaded);
  const { search } = useLocation();
  const navigate = useNavigate();
  const seen = useRef<MapWindow>();
  const panelRef = useRef<HTMLDivElement>(null);
  const opened = panel?.id;
  const viewUrl = useCallback(
    (asked: MapWindow) => {
      const params = new URLSearchParams(search);
      for (const name of ['centre', 'page', 'sort']) params.delete(name);
      writeWindow(params, asked);
      return `${paths.mapView}?${params}`;
    },
    [search],
  );
  const forget = useRef<() => void>();
  const onWindow = useCallback((moved: MapWindow) => {
    seen.current = moved;
    forget.current?.();
    forget.current = keepInAddress(moved);
  }, []);
  // The address may be another page’s by then.
  useEffect(() => () => forget.current?.(), []);
  const onPick = useCallback(
    (placeId: string) => {
      const params = new URLSearchParams(search);
      params.set('centre', placeId);
      if (seen.current) writeWindow(params, seen.current);
      navigate(`?${params}`, { preventScrollReset: true });
    },
    [navigate, search],
  );
  const before = useRef(opened);
  useEffect(() => {
    // Whoever chose a centre on the map is led to what it says, on a phone as with a screen reader.
    if (opened && opened !== before.current) panelRef.current?.focus();
    before.current = opened;
  }, [opened]);
  return (
    <div
      className={panel ? 'grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_26rem]' : undefined}
    >
      <MapFrame
        first={first}
        window={window}
        viewUrl={viewUrl}
        base={base}
        title={t('title')}
        about={about}
        onPick={onPick}
        picked={opened}
        onWindow={onWindow}
        shading={shadingOf(search)}
        reach={new URLSearchParams(search)
          .getAll('layers')
          .some((layer) => layer.includes('reach'))}
      />
      {panel && (
        <div ref={panelRef} tabIndex={-1} className="min-w-0">
          <CentrePanelCard panel={panel} />
        </div>
      )}
    </div>
  );
}

/** As the address asks for it; the loader has already said what of it could not be used. */
function shadingOf(search: string): Shading | undefined {
  const asked = new URLSearchParams(search).get('shading');
  return shadings.find((shading) => shading === asked);
}

/** Into the filter form and into the address, so that neither a new filter nor a sent link loses the place. */
function keepInAddress(moved: MapWindow): () => void {
  const params = new URLSearchParams();
  writeWindow(params, moved);
  for (const [name, value] of params) {
    const field = document.querySelector<HTMLInputElement>(`form[data-map] [name="${name}"]`);
    if (field) field.value = value;
  }
  // A new address costs the browser a part of a frame: after the frames in which the map's new marks are made.
  const later = setTimeout(() => {
    const url = new URL(location.href);
    writeWindow(url.searchParams, moved);
    history.replaceState(history.state, '', url);
  }, ADDRESS_AFTER_MS);
  return () => clearTimeout(later);
}
