import { divIcon, type LatLngExpression, type Marker as LeafletMarker } from 'leaflet';
import { useEffect, useMemo, useRef } from 'react';
import { Marker, useMap, useMapEvents } from 'react-leaflet';
import type { BaseMap } from '~/domain/base-map';
import { fromWgs84, toWgs84, type Point } from '~/domain/coordinates';
import { useText } from '~/i18n/text';
import { BaseContainer } from './base-container.client';
import { GroundDrawing } from './ground-drawing.client';
import type { NearPoint } from './near-point';
import { PlacedPoints } from './placed-points.client';
import { useGround } from './use-ground';
import { areaOf } from './way-hops';

interface PinMapProps {
  base: BaseMap;
  pin: Point | undefined;
  around: Point;
  near: readonly NearPoint[];
  hintId: string;
  onMove: (point: Point) => void;
}

const none: never[] = [];

export default function PinMap({ base, pin, around, near, hintId, onMove }: PinMapProps) {
  const t = useText('map');
  const { ground, shift } = useGround(base, none);
  const datum = base.tiles?.datum ?? 'WGS84';
  const area = useMemo(
    () => areaOf([fromWgs84(pin ?? around, datum)]),
    // Only where the map begins.
    // oxlint-disable-next-line react/exhaustive-deps
    [],
  );
  const moved = (latitude: number, longitude: number) =>
    onMove(toWgs84({ latitude, longitude, datum }));
  const at = fromWgs84(pin ?? around, datum);
  return (
    <BaseContainer base={base} title={t('pinMap')} shown={area} height="h-80">
      <GroundDrawing ground={ground} roads={none} place={shift} />
      <PlacedPoints
        points={near}
        place={shift}
        ground={ground}
        half={5}
        namesOf={({ name }) => [name]}
      >
        {({ name }, top) => (
          <>
            <span className="map-near" />
            <span className="map-stop-name" style={{ top }}>
              {name}
            </span>
          </>
        )}
      </PlacedPoints>
      <Pin at={at} isSet={pin !== undefined} hintId={hintId} moved={moved} />
    </BaseContainer>
  );
}

interface PinProps {
  /** In the datum of the map. */
  at: Point;
  isSet: boolean;
  hintId: string;
  moved: (latitude: number, longitude: number) => void;
}

const STEPS: Record<string, readonly [number, number]> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};
const STEP_PIXELS = 4;
const LARGE_STEP_PIXELS = 40;

function Pin({ at, isSet, hintId, moved }: PinProps) {
  const t = useText('map');
  const map = useMap();
  const marker = useRef<LeafletMarker>(null);
  const place: LatLngExpression = [at.latitude, at.longitude];
  const icon = useMemo(() => pinIcon(isSet), [isSet]);
  useMapEvents({ click: ({ latlng }) => moved(latlng.lat, latlng.lng) });
  useEffect(() => {
    const element = marker.current?.getElement();
    element?.setAttribute('aria-label', t('pinLabel'));
    element?.setAttribute('aria-describedby', hintId);
  });
  useEffect(() => {
    map.panInside([at.latitude, at.longitude], { padding: [40, 40] });
  }, [map, at.latitude, at.longitude]);
  useEffect(() => {
    const sheet = map.getContainer();
    // The arrows of the map have brought the place to its middle; its own buttons keep their Enter key.
    const put = ({ key, target }: KeyboardEvent) => {
      if (key !== 'Enter' || target !== sheet) return;
      const { lat, lng } = map.getCenter();
      moved(lat, lng);
    };
    sheet.addEventListener('keydown', put);
    return () => sheet.removeEventListener('keydown', put);
  });
  useEffect(() => {
    const element = marker.current?.getElement();
    const step = (event: KeyboardEvent) => {
      const way = STEPS[event.key];
      if (!way) return;
      // The arrows of the pin move the pin, not the map under it.
      event.preventDefault();
      event.stopPropagation();
      const pixels = event.shiftKey ? LARGE_STEP_PIXELS : STEP_PIXELS;
      const from = map.project([at.latitude, at.longitude]);
      const to = map.unproject(from.add([way[0] * pixels, way[1] * pixels]));
      moved(to.lat, to.lng);
    };
    element?.addEventListener('keydown', step);
    return () => element?.removeEventListener('keydown', step);
  });
  return (
    <Marker
      ref={marker}
      position={place}
      draggable
      icon={icon}
      eventHandlers={{
        dragend: () => {
          const to = marker.current?.getLatLng();
          if (to) moved(to.lat, to.lng);
        },
      }}
    />
  );
}

/** Drawn here: leaflet's own marker is a picture file. An unset pin is hollow. */
function pinIcon(isSet: boolean) {
  return divIcon({
    className: 'map-pin',
    iconSize: [36, 46],
    iconAnchor: [18, 44],
    html: `<svg viewBox="0 0 36 46" aria-hidden="true"><path class="${isSet ? 'is-set' : 'is-unset'}" d="M18 44C18 44 33 28 33 17A15 15 0 0 0 3 17C3 28 18 44 18 44Z"/><circle cx="18" cy="17" r="5.5"/></svg>`,
  });
}
