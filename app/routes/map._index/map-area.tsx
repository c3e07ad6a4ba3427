import { useLocation, useNavigate } from '@remix-run/react';
import { useCallback, useEffect, useRef } from 'react';
import type { BaseMap } from '~/domain/base-map';
import { shadings, type MapWindow, type Shading } from '~/domain/map';
import { writeWindow } from '~/domain/map/map-address';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { MapFrame } from '~/ui/map/map-frame';
import { CentrePanelCard } from './centre-panel-card';
import type { LoadedMap } from './load-map.server';

/** The map, and beside it the centre that was chosen. */
export function MapArea({ loaded, base }: { loaded: LoadedMap; base: BaseMap }) {
  const t = useText('map');
  const { first, window, panel } = loaded;
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
  const onWindow = useCallback((moved: MapWindow) => {
    seen.current = moved;
    keepInAddress(moved);
  }, []);
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

/** Into the address and into the filter form, so that neither a sent link nor a new filter loses the place. */
function keepInAddress(moved: MapWindow): void {
  const url = new URL(location.href);
  writeWindow(url.searchParams, moved);
  history.replaceState(history.state, '', url);
  for (const name of ['bbox', 'zoom']) {
    const field = document.querySelector<HTMLInputElement>(`form[data-map] [name="${name}"]`);
    if (field) field.value = url.searchParams.get(name) ?? '';
  }
}
